package microgpt.web.chart;

/** Which bytes stand in which row of a painted text, as indices into {@link RecentBytes}. */
public final class ByteRows {
    /** Of no rows. */
    public static final ByteRows NONE = new ByteRows(new long[0], new RecentBytes(1));

    private final long[] starts;
    private final RecentBytes bytes;

    /** {@code starts} are the positions at which rows begin, the last of which ends with the newest byte. */
    public ByteRows(long[] starts, RecentBytes bytes) {
        this.starts = starts.clone();
        this.bytes = bytes;
    }

    public int count() {
        return starts.length;
    }

    /** The first byte of a row. */
    public int first(int row) {
        return (int) Math.max(0, starts[row] - bytes.position(0));
    }

    /** The byte after the last of a row. */
    public int end(int row) {
        return row + 1 < starts.length ? first(row + 1) : bytes.size();
    }

    /** The byte in a column of a row; -1 if there is none. */
    public int at(int row, int column) {
        if (row < 0 || row >= starts.length || column < 0) {
            return -1;
        }
        int index = first(row) + column;
        return index < end(row) ? index : -1;
    }

    /**
     * The byte so many to the right of {@code index} and so many rows below, as far as there are any; the newest where {@code
     * index} is not in sight. There must be a row.
     */
    public int beside(int index, int right, int down) {
        int last = starts.length - 1;
        if (index < first(0) || index >= end(last)) {
            return end(last) - 1;
        }
        if (down == 0) {
            return Math.max(first(0), Math.min(index + right, end(last) - 1));
        }
        int row = last;
        while (index < first(row)) {
            row--;
        }
        int to = Math.max(0, Math.min(last, row + down));
        return Math.min(first(to) + index - first(row), end(to) - 1);
    }
}
