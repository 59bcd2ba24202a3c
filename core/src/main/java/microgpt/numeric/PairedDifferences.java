package microgpt.numeric;

/**
 * By how much one of two differs from the other on the same bytes in order, byte by byte: the mean difference, and how far it
 * may be off. However long the text, only sums over at most {@link #CELLS} cells are kept: when there are more, neighbours
 * become one.
 */
public final class PairedDifferences {
    static final int CELLS = 8192;
    /** Of a cell at first: about a sentence. */
    static final int FIRST_CELL_BYTES = 64;
    /** An interval of fewer would say little of how wide it is itself. */
    private static final int LEAST_CELLS = 16;

    private final double[] sums = new double[CELLS];
    private long cellBytes = FIRST_CELL_BYTES;
    private int cells;
    private double cell;
    private long inCell;
    private long bytes;
    private double sum;

    /** The next byte. */
    public void add(double difference) {
        sum += difference;
        bytes++;
        cell += difference;
        inCell++;
        if (inCell == cellBytes) {
            sums[cells] = cell;
            cells++;
            cell = 0;
            inCell = 0;
            if (cells == CELLS) {
                widen();
            }
        }
    }

    private void widen() {
        for (int i = 0; i < CELLS / 2; i++) {
            sums[i] = sums[2 * i] + sums[2 * i + 1];
        }
        cells = CELLS / 2;
        cellBytes *= 2;
    }

    public long bytes() {
        return bytes;
    }

    /** The difference per byte; NaN before the first. */
    public double mean() {
        return sum / bytes;
    }

    /**
     * The 95 % interval of the mean, by blocks whose length grows with the third root of the text's, which is the best rate
     * (Künsch 1989): 0.6 KB of 10 KB, 1.5 KB of 100 KB. Unknown before {@code 1,024} bytes.
     */
    public Interval interval() {
        if (cells < LEAST_CELLS) {
            return Interval.UNKNOWN;
        }
        int block = (int) Math.max(1, Math.min(cells, blockBytes() / cellBytes));
        Interval ofCells = BlockBootstrap.ofMean(sums, cells, block);
        return new Interval(ofCells.low() / cellBytes, ofCells.high() / cellBytes);
    }

    private long blockBytes() {
        long ofFirstCells = bytes / FIRST_CELL_BYTES;
        long root = 1;
        while ((root + 1) * (root + 1) * (root + 1) <= 8 * ofFirstCells) {
            root++;
        }
        return root * FIRST_CELL_BYTES;
    }
}
