package microgpt.web.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import microgpt.protocol.lab.LabReport;

/** The newest bytes of a stream and what each cost, in the order read; older ones fall off at the front. */
public final class RecentBytes {
    private final byte[] bytes;
    private final float[] bits;
    /** What each byte cost the other predictors, by name; NaN where one did not predict. */
    private final Map<String, float[]> others = new LinkedHashMap<>();

    private int size;
    private long end;

    public RecentBytes(int capacity) {
        bytes = new byte[capacity];
        bits = new float[capacity];
    }

    public void clear() {
        others.clear();
        size = 0;
        end = 0;
    }

    /** Appends what was read; after a gap only the new bytes are kept, so that what stands here is one stretch. */
    public void add(LabReport.Read read) {
        int count = read.bytes().size();
        long from = read.position() - count;
        if (from != end) {
            size = 0;
        }
        int skipped = Math.max(0, count - bytes.length);
        int fresh = count - skipped;
        int dropped = Math.max(0, size + fresh - bytes.length);
        System.arraycopy(bytes, dropped, bytes, 0, size - dropped);
        System.arraycopy(bits, dropped, bits, 0, size - dropped);
        for (float[] costs : others.values()) {
            System.arraycopy(costs, dropped, costs, 0, size - dropped);
        }
        size -= dropped;
        for (int i = 0; i < fresh; i++) {
            bytes[size + i] = read.bytes().at(skipped + i);
            bits[size + i] = read.bits().at(skipped + i);
        }
        addOthers(read, skipped, fresh);
        size += fresh;
        end = read.position();
    }

    private void addOthers(LabReport.Read read, int skipped, int fresh) {
        for (float[] costs : others.values()) {
            Arrays.fill(costs, size, size + fresh, Float.NaN);
        }
        for (LabReport.Costs costs : read.others()) {
            float[] kept = others.get(costs.predictor());
            if (kept == null) {
                kept = new float[bits.length];
                Arrays.fill(kept, Float.NaN);
                others.put(costs.predictor(), kept);
            }
            for (int i = 0; i < fresh; i++) {
                kept[size + i] = costs.bits().at(skipped + i);
            }
        }
    }

    /** Who predicted beside the one that is charged. */
    public List<String> others() {
        return new ArrayList<>(others.keySet());
    }

    /** What a byte cost one of them, in bits; NaN if it did not predict it. */
    public float bits(String predictor, int index) {
        float[] costs = others.get(predictor);
        return costs == null ? Float.NaN : costs[index];
    }

    /** Which of {@code predictors} gave a byte the most probability; -1 if not even two of them predicted it. */
    public int mostRight(List<String> predictors, int index) {
        int best = -1;
        int compared = 0;
        for (int p = 0; p < predictors.size(); p++) {
            float cost = bits(predictors.get(p), index);
            if (!Float.isNaN(cost)) {
                compared++;
                best = best < 0 || cost < bits(predictors.get(best), index) ? p : best;
            }
        }
        return compared < 2 ? -1 : best;
    }

    public int size() {
        return size;
    }

    /** The position in the stream just after the newest byte. */
    public long end() {
        return end;
    }

    public long position(int index) {
        return end - size + index;
    }

    public int value(int index) {
        return bytes[index] & 255;
    }

    public float bits(int index) {
        return bits[index];
    }
}
