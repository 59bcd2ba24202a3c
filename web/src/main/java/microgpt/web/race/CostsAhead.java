package microgpt.web.race;

import java.util.Arrays;
import microgpt.protocol.Reals;

/** What bytes cost one contender that not all have read yet, in order. */
final class CostsAhead {
    private double[] costs = new double[1024];
    private int start;
    private int size;

    void add(Reals bits) {
        if (start + size + bits.size() > costs.length) {
            double[] roomier = size + bits.size() > costs.length ? new double[2 * (size + bits.size())] : costs;
            System.arraycopy(costs, start, roomier, 0, size);
            costs = roomier;
            start = 0;
        }
        System.arraycopy(bits.toArray(), 0, costs, start + size, bits.size());
        size += bits.size();
    }

    int size() {
        return size;
    }

    /** The first {@code count}, which are gone from here. */
    double[] take(int count) {
        double[] taken = Arrays.copyOfRange(costs, start, start + count);
        start += count;
        size -= count;
        return taken;
    }
}
