package microgpt.mechanism;

/**
 * Weights that can be changed and drawn from in logarithmic time: a binary tree in which every node holds the sum of its
 * two children (Schaul et al. 2015). Sums are computed anew on the way up, never adjusted, so that they do not drift.
 */
final class SumTree {
    /** Twice a node for each leaf, and as many leaves again before the tree doubles. */
    static final int MOST_BYTES_EACH = 4 * Double.BYTES;

    private int leaves = 1;
    private double[] nodes = new double[2]; // the root is nodes[1], the leaves are the upper half

    /** Sets the weight of {@code leaf}, growing as needed; leaves never set weigh nothing. */
    void set(int leaf, double weight) {
        while (leaf >= leaves) {
            grow();
        }
        int node = leaves + leaf;
        nodes[node] = weight;
        for (node >>= 1; node >= 1; node >>= 1) {
            nodes[node] = nodes[2 * node] + nodes[2 * node + 1];
        }
    }

    long memoryBytes() {
        return (long) Double.BYTES * nodes.length;
    }

    double total() {
        return nodes[1];
    }

    /** The leaf that covers {@code share} of the total, 0 <= share < 1; never one of weight 0, unless all are. */
    int find(double share) {
        double rest = share * total();
        int node = 1;
        while (node < leaves) {
            node *= 2;
            if (rest >= nodes[node] && nodes[node + 1] > 0) {
                rest -= nodes[node];
                node++;
            }
        }
        return node - leaves;
    }

    private void grow() {
        double[] bigger = new double[4 * leaves];
        for (int width = 1; width <= leaves; width *= 2) { // each level moves one down and keeps to the left
            System.arraycopy(nodes, width, bigger, 2 * width, width);
        }
        bigger[1] = bigger[2];
        nodes = bigger;
        leaves *= 2;
    }
}
