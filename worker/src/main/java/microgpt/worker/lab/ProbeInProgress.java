package microgpt.worker.lab;

import java.util.Arrays;
import java.util.List;
import microgpt.corpus.ByteStream;
import microgpt.engine.FrozenProbe;
import microgpt.numeric.Nullable;
import microgpt.protocol.Floats;
import microgpt.protocol.lab.LabReport;

/** A row of the forgetting matrix: a model as it was, and what it needs for each text, once it has been asked. */
final class ProbeInProgress {
    private final int phase;
    private final int text;
    private final long position;
    private final boolean ended;
    /** The model as it was; null stands for the untrained one. */
    private @Nullable float[] weights;

    private final float[] bits;
    private int scored;
    private boolean reading;

    /** {@code weights} are those of a model that stood at {@code position} of a phase that read text number {@code text}. */
    ProbeInProgress(int phase, int text, long position, boolean ended, @Nullable float[] weights, int texts) {
        this.phase = phase;
        this.text = text;
        this.position = position;
        this.ended = ended;
        this.weights = weights;
        bits = new float[texts];
        Arrays.fill(bits, Float.NaN);
    }

    int phase() {
        return phase;
    }

    long position() {
        return position;
    }

    boolean isDone() {
        return scored == bits.length;
    }

    /** Puts the model in front of the texts. */
    void begin(FrozenProbe probe) {
        if (weights == null) {
            probe.freezeUntrained();
        } else {
            probe.freeze(weights);
        }
        scored = 0;
        reading = false;
    }

    /** Reads the next window; the weights are given back with the last. */
    void advance(FrozenProbe probe, List<ByteStream> texts) {
        if (!reading) {
            probe.begin(texts.get(scored));
            reading = true;
        }
        if (!probe.advance()) {
            bits[scored++] = (float) probe.bitsPerByte();
            reading = false;
        }
        if (isDone()) {
            weights = null;
        }
    }

    LabReport.ProbeRow row() {
        return new LabReport.ProbeRow(phase, text, position, ended, Floats.of(bits.clone()));
    }
}
