package microgpt.predict;

import java.util.Arrays;

/**
 * Who moved a mixture's logit, over the bits of a byte. A bit's logit is a sum of what each input adds; an expert's part in
 * it is the sum of its own inputs' parts, and what is left is the counts' (with matches, pairs and bias). An expert's share
 * of a byte is the sum over its bits of the size of its part, divided by the same sum over everyone's parts.
 */
final class Shares {
    private final Mixer mixer;
    private final int voicesAt;
    private final float[] parts;
    private final double[] sums;
    private final double[] latest;

    /** Of {@code voices} experts whose inputs begin at {@code voicesAt}. */
    Shares(Mixer mixer, int voicesAt, int voices) {
        this.mixer = mixer;
        this.voicesAt = voicesAt;
        parts = new float[voices];
        sums = new double[voices + 1];
        latest = new double[voices + 1];
        Arrays.fill(latest, Double.NaN);
    }

    /** Adds the bit that was predicted and not yet learned, with the logit that the mixer gave. */
    void add(float logit) {
        float rest = logit;
        for (int v = 0; v < parts.length; v++) {
            parts[v] = mixer.part(voicesAt + v * Voice.INPUTS, Voice.INPUTS);
            sums[v] += Math.abs(parts[v]);
            rest -= parts[v];
        }
        sums[parts.length] += Math.abs(rest);
    }

    void endByte() {
        double all = 0;
        for (double sum : sums) {
            all += sum;
        }
        for (int v = 0; v < latest.length; v++) {
            latest[v] = all > 0 ? sums[v] / all : 0;
        }
        Arrays.fill(sums, 0);
    }

    /** Expert v's share of the latest byte; NaN before the first. */
    double of(int v) {
        return latest[v];
    }

    /** The counts' share of the latest byte; NaN before the first. */
    double ofCounts() {
        return latest[parts.length];
    }
}
