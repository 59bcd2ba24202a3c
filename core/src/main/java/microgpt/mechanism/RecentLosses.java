package microgpt.mechanism;

import microgpt.numeric.Snapshot;

/** The last few losses, and how a loss ranks among them. */
final class RecentLosses {
    private final double[] ring;
    private int count;
    private int next;

    RecentLosses(int capacity) {
        ring = new double[capacity];
    }

    void add(double loss) {
        ring[next] = loss;
        next = next + 1 == ring.length ? 0 : next + 1;
        count = Math.min(count + 1, ring.length);
    }

    /**
     * The share of recent losses below this one, with ties counting half: a loss equal to all others ranks in the middle
     * and not at the bottom. 1 when there is nothing to compare with.
     */
    double percentile(double loss) {
        if (count == 0) {
            return 1;
        }
        int below = 0;
        int equal = 0;
        for (int i = 0; i < count; i++) {
            if (ring[i] < loss) {
                below++;
            } else if (ring[i] == loss) {
                equal++;
            }
        }
        return (below + 0.5 * equal) / count;
    }

    void save(Snapshot into) {
        into.put("losses", ring.clone());
        into.put("places", count, next);
    }

    void restore(Snapshot from) {
        double[] saved = from.finiteDoubles("losses", ring.length);
        System.arraycopy(saved, 0, ring, 0, ring.length);
        from.ints("places", 2);
        count = from.integer("places", 0, 0, ring.length);
        boolean isFull = count == ring.length;
        next = from.integer("places", 1, isFull ? 0 : count, isFull ? ring.length - 1 : count);
    }
}
