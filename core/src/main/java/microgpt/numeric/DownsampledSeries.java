package microgpt.numeric;

import java.util.Arrays;

/**
 * A series of any length in a bounded number of columns: all columns span equally much of the axis, and when there are too
 * many, neighbours merge and the span doubles.
 *
 * <p>Column c covers the places x with (c - 1) span < x <= c span: the first 'span' steps of a run are one column, and what
 * was measured before the first step, at 0, keeps a column of its own. Columns that nothing fell into are not there. Several
 * channels may share the columns; each says what remains of the values that fell into one. Because spans are powers of two
 * times the first one, a merged column holds exactly what it would have held had it been that wide from the start.
 *
 * <p>Memory: 16 bytes for each column, and 8 more for each channel.
 */
public final class DownsampledSeries {
    /** What remains of the values in one column. */
    public enum Keep {
        /** Their mean. */
        MEAN,
        /** The newest. */
        LAST,
        /** The least. */
        LEAST,
        /** The greatest. */
        GREATEST
    }

    /** 2^53: up to here doubles tell all whole numbers apart. */
    private static final long FARTHEST = 1L << 53;

    private final Keep[] keeps;
    private final double[][] kept; // [channel][column]; sums where the mean is kept
    private final double[] ends;
    private final long[] counts;
    private final long firstSpan;
    private final double[] one = new double[1];
    private int size;
    private long span;

    /** An empty series of at most {@code capacity} columns, each of which spans {@code firstSpan} to begin with. */
    public DownsampledSeries(int capacity, long firstSpan, Keep... channels) {
        if (capacity < 2 || firstSpan < 1 || channels.length == 0) {
            throw new IllegalArgumentException("capacity " + capacity + ", first span " + firstSpan + " and "
                    + channels.length + " channels must be at least 2, 1 and 1");
        }
        keeps = channels.clone();
        kept = new double[keeps.length][capacity];
        ends = new double[capacity];
        counts = new long[capacity];
        this.firstSpan = firstSpan;
        span = firstSpan;
    }

    /** Begins anew. */
    public void clear() {
        size = 0;
        span = firstSpan;
    }

    /** Gives up the columns that end after {@code x}: what is added next may begin there. */
    public void cutAfter(long x) {
        while (size > 0 && ends[size - 1] > x) {
            size--;
        }
    }

    /** The same series, which goes on by itself. */
    public DownsampledSeries copy() {
        DownsampledSeries copy = new DownsampledSeries(ends.length, firstSpan, keeps);
        copy.take(this);
        return copy;
    }

    /** Becomes what {@code other}, of the same channels and as many columns, is now. */
    public void take(DownsampledSeries other) {
        for (int channel = 0; channel < keeps.length; channel++) {
            System.arraycopy(other.kept[channel], 0, kept[channel], 0, other.size);
        }
        System.arraycopy(other.ends, 0, ends, 0, other.size);
        System.arraycopy(other.counts, 0, counts, 0, other.size);
        size = other.size;
        span = other.span;
    }

    /** A value of the only channel at {@code x}, which is at least 0 and never less than the one before. */
    public void add(long x, double value) {
        one[0] = value;
        add(x, one);
    }

    /** A value of each channel at {@code x}. */
    public void add(long x, double... values) {
        if (values.length != keeps.length) {
            throw new IllegalArgumentException(values.length + " values for " + keeps.length + " channels");
        }
        if (x < 0 || (size > 0 && x < ends[size - 1])) {
            throw new IllegalArgumentException("x " + x + " must be at least " + (size > 0 ? (long) ends[size - 1] : 0)
                    + ", where the series stands");
        }
        boolean joins = size > 0 && column(x) == column((long) ends[size - 1]);
        while (!joins && size == ends.length) {
            widen();
            joins = column(x) == column((long) ends[size - 1]);
        }
        size += joins ? 0 : 1;
        counts[size - 1] = joins ? counts[size - 1] + 1 : 1;
        ends[size - 1] = x;
        for (int channel = 0; channel < keeps.length; channel++) {
            double[] column = kept[channel];
            column[size - 1] = joins ? merged(keeps[channel], column[size - 1], values[channel]) : values[channel];
        }
    }

    private long column(long x) {
        return (x + span - 1) / span;
    }

    private void widen() {
        span *= 2;
        int into = 0;
        for (int from = 1; from < size; from++) {
            boolean joins = column((long) ends[into]) == column((long) ends[from]);
            into += joins ? 0 : 1;
            counts[into] = joins ? counts[into] + counts[from] : counts[from];
            ends[into] = ends[from];
            for (int channel = 0; channel < keeps.length; channel++) {
                double[] column = kept[channel];
                column[into] = joins ? merged(keeps[channel], column[into], column[from]) : column[from];
            }
        }
        size = into + 1;
    }

    /** What remains of two neighbours, the second of which may be a single value. */
    private static double merged(Keep keep, double older, double newer) {
        return switch (keep) {
            case MEAN -> older + newer;
            case LAST -> newer;
            case LEAST -> Math.min(older, newer);
            case GREATEST -> Math.max(older, newer);
        };
    }

    /** The number of columns. */
    public int size() {
        return size;
    }

    /** How much of the axis a column spans. */
    public long span() {
        return span;
    }

    /** Where the newest value of a column was measured: where the column ends, as far as it is filled. */
    public long end(int column) {
        return (long) ends[check(column)];
    }

    /** How many values a column stands for. */
    public long count(int column) {
        return counts[check(column)];
    }

    /** What a column keeps of a channel. */
    public double value(int channel, int column) {
        double value = kept[channel][check(column)];
        return keeps[channel] == Keep.MEAN ? value / counts[column] : value;
    }

    /** {@link #end} of every column. */
    public double[] ends() {
        return Arrays.copyOf(ends, size);
    }

    /** {@link #value} of every column. */
    public double[] values(int channel) {
        double[] values = new double[size];
        for (int column = 0; column < size; column++) {
            values[column] = value(channel, column);
        }
        return values;
    }

    /** The column whose end is nearest to {@code x}, the earlier of two; -1 if there is none. */
    public int nearest(double x) {
        int at = Arrays.binarySearch(ends, 0, size, x);
        if (at >= 0 || size == 0) {
            return at >= 0 ? at : -1;
        }
        int after = -at - 1;
        if (after == 0 || after == size) {
            return after == 0 ? 0 : size - 1;
        }
        return x - ends[after - 1] <= ends[after] - x ? after - 1 : after;
    }

    private int check(int column) {
        if (column < 0 || column >= size) {
            throw new IndexOutOfBoundsException("column " + column + " of " + size);
        }
        return column;
    }

    /** Puts in every column, exact to the bit. */
    public void save(Snapshot into) {
        into.put("span", span);
        into.put("ends", ends());
        into.put("counts", Arrays.copyOf(counts, size));
        for (int channel = 0; channel < keeps.length; channel++) {
            into.put("channel." + channel, Arrays.copyOf(kept[channel], size));
        }
    }

    /**
     * Goes on from what another one saved that had the same channels.
     *
     * @throws IllegalArgumentException if that cannot be
     */
    public void restore(Snapshot from) {
        long savedSpan = from.longs("span", 1)[0];
        double[] savedEnds = from.doubles("ends");
        long[] savedCounts = from.longs("counts", savedEnds.length);
        if (savedSpan < 1 || savedSpan > FARTHEST || savedEnds.length > ends.length) {
            throw new IllegalArgumentException("a series of " + savedEnds.length + " columns of span " + savedSpan
                    + " must have at most " + ends.length + ", of 1 to 2^53");
        }
        for (int column = 0; column < savedEnds.length; column++) {
            double least = column == 0 ? 0 : Math.nextUp(savedEnds[column - 1]);
            if (!(savedEnds[column] >= least && savedEnds[column] <= FARTHEST) || savedCounts[column] < 1) {
                throw new IllegalArgumentException("column " + column + " of a series ends at " + savedEnds[column]
                        + " after " + savedCounts[column] + " values: expected ends that rise, and at least 1 value");
            }
        }
        size = savedEnds.length;
        span = savedSpan;
        System.arraycopy(savedEnds, 0, ends, 0, size);
        System.arraycopy(savedCounts, 0, counts, 0, size);
        for (int channel = 0; channel < keeps.length; channel++) {
            System.arraycopy(from.doubles("channel." + channel, size), 0, kept[channel], 0, size);
        }
    }
}
