package microgpt.web.chart;

/**
 * Where the squares of attention stand: a row for each layer, a column for each head, {@code cell} pixels for each pair.
 */
public record AttentionGrid(int layers, int heads, int positions, double cell) {
    public static final AttentionGrid NONE = new AttentionGrid(0, 0, 0, 1);

    private static final int GAP = 14;
    private static final int TITLE = 20;
    private static final double LARGEST_CELL = 7;
    private static final int[] NOWHERE = {};

    /** The largest squares that fit beside each other into {@code width} pixels. */
    public static AttentionGrid fit(int layers, int heads, int positions, int width) {
        return fit(layers, heads, positions, width, LARGEST_CELL);
    }

    /** The same, of cells up to {@code largestCell} pixels. */
    public static AttentionGrid fit(int layers, int heads, int positions, int width, double largestCell) {
        double room = (double) (width - GAP * (heads - 1)) / heads;
        return new AttentionGrid(layers, heads, positions, Math.max(0.5, Math.min(largestCell, room / positions)));
    }

    public double side() {
        return positions * cell;
    }

    public double left(int head) {
        return head * (side() + GAP);
    }

    public double top(int layer) {
        return TITLE + layer * (side() + GAP + TITLE);
    }

    public int height() {
        return (int) Math.ceil(layers * (side() + GAP + TITLE));
    }

    /**
     * The place one to the right of another and one below, or as far the other way: a key and a query, of the square beside it
     * where that ends. A query looks back at keys up to itself.
     */
    public int[] beside(int[] at, int right, int down) {
        int head = at[1];
        int key = at[3] + right;
        if (key > at[2] || key < 0) {
            head = Math.max(0, Math.min(heads - 1, head + right));
            key = head == at[1] ? at[3] : right > 0 ? 0 : at[2];
        }
        int layer = at[0];
        int query = at[2] + down;
        if (query >= positions || query < 0) {
            layer = Math.max(0, Math.min(layers - 1, layer + down));
            query = layer == at[0] ? at[2] : down > 0 ? 0 : positions - 1;
        }
        return new int[] {layer, head, query, Math.min(key, query)};
    }

    /** Layer, head, query and key under a point; empty between the squares. */
    public int[] at(double x, double y) {
        if (positions == 0) {
            return NOWHERE;
        }
        int head = (int) (x / (side() + GAP));
        int layer = (int) (y / (side() + GAP + TITLE));
        if (x < 0 || y < 0 || head >= heads || layer >= layers) {
            return NOWHERE;
        }
        int key = (int) Math.floor((x - left(head)) / cell);
        int query = (int) Math.floor((y - top(layer)) / cell);
        boolean inside = key >= 0 && key < positions && query >= 0 && query < positions;
        return inside ? new int[] {layer, head, query, key} : NOWHERE;
    }
}
