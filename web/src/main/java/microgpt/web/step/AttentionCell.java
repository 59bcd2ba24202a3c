package microgpt.web.step;

/** A cell among the maps of attention: what a head, at the position {@code query}, makes of the position {@code key}. */
record AttentionCell(int layer, int head, int query, int key) {
    /** As much attention as there is room for: every layer and head, every position looking at those up to itself. */
    record Extent(int layers, int heads, int positions) {}

    /** The cell beside, in the neighbouring map past an edge; at the outermost edges it stays. */
    AttentionCell moved(int right, int down, Extent within) {
        int row = layer * within.positions() + query + down;
        if (row < 0 || row >= within.layers() * within.positions()) {
            return this;
        }
        int newQuery = row % within.positions();
        int newKey = Math.min(key, newQuery) + right;
        int newHead = newKey < 0 ? head - 1 : newKey > newQuery ? head + 1 : head;
        if (newHead < 0 || newHead >= within.heads()) {
            return this;
        }
        newKey = newKey < 0 ? newQuery : newKey > newQuery ? 0 : newKey;
        return new AttentionCell(row / within.positions(), newHead, newQuery, newKey);
    }

    boolean isWithin(Extent extent) {
        return layer < extent.layers() && head < extent.heads() && query < extent.positions();
    }
}
