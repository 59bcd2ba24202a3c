package microgpt.worker.lab;

import java.util.ArrayList;
import java.util.List;
import microgpt.engine.Predictor;
import microgpt.engine.StepResult;
import microgpt.protocol.Bytes;
import microgpt.protocol.Floats;
import microgpt.protocol.lab.LabReport;

/** The bytes read since the last report, the newest few if they are many, and the bits that each cost each predictor. */
final class UnreportedBytes {
    static final int MOST = 600;

    private final byte[] bytes = new byte[MOST];
    /** By {@link Predictor} and slot; NaN where one did not predict. */
    private final float[][] bits = new float[Predictor.values().length][MOST];

    private List<Predictor> predictors = List.of(Predictor.TRANSFORMER);
    private long position;
    private long reported;

    /** Byte {@code k} of a step was {@code value}; it follows the one before. */
    void add(StepResult step, int k, int value) {
        long at = step.position() + k;
        int slot = (int) (at % MOST);
        predictors = step.predictors();
        bytes[slot] = (byte) value;
        for (float[] costs : bits) {
            costs[slot] = Float.NaN;
        }
        for (Predictor predictor : predictors) {
            bits[predictor.index()][slot] = (float) step.bits(predictor, k);
        }
        position = at + 1;
    }

    /** The same bytes, by themselves. */
    UnreportedBytes copy() {
        UnreportedBytes copy = new UnreportedBytes();
        System.arraycopy(bytes, 0, copy.bytes, 0, MOST);
        for (int i = 0; i < bits.length; i++) {
            System.arraycopy(bits[i], 0, copy.bits[i], 0, MOST);
        }
        copy.predictors = predictors;
        copy.position = position;
        copy.reported = reported;
        return copy;
    }

    /** All that is still there is to be told again. */
    void tellAgain() {
        reported = Math.max(0, position - MOST);
    }

    boolean isEmpty() {
        return position == reported;
    }

    /** What the newest byte cost; NaN before the first. */
    float lastBits() {
        return position == 0 ? Float.NaN : charged()[(int) ((position - 1) % MOST)];
    }

    private float[] charged() {
        return bits[predictors.get(0).index()];
    }

    /** What was added since the last time, of the run {@code run}. */
    LabReport.Read take(int run) {
        int length = (int) Math.min(position - reported, MOST);
        byte[] newBytes = new byte[length];
        for (int i = 0; i < length; i++) {
            newBytes[i] = bytes[slot(length, i)];
        }
        List<LabReport.Costs> others = new ArrayList<>();
        for (Predictor predictor : predictors.subList(1, predictors.size())) {
            others.add(new LabReport.Costs(predictor.label(), newest(bits[predictor.index()], length)));
        }
        reported = position;
        return new LabReport.Read(run, position, Bytes.of(newBytes), newest(charged(), length), others);
    }

    private Floats newest(float[] costs, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = costs[slot(length, i)];
        }
        return Floats.of(values);
    }

    private int slot(int length, int i) {
        return (int) ((position - length + i) % MOST);
    }
}
