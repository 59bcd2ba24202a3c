package microgpt.web.chart;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The curves of a run in at most {@link #CAPACITY} columns, however long the run: when they are full, neighbours merge
 * and each column spans twice as many bytes. The fast average keeps its extremes, the others their newest value.
 */
public final class Curves {
    public static final int CAPACITY = 800;

    /** What is drawn, all in bits per byte. */
    public enum Curve {
        FAST,
        FAST_MIN,
        FAST_MAX,
        SLOW,
        WHOLE,
        ORDER_0,
        ORDER_2
    }

    private final double[] positions = new double[CAPACITY];
    private final Map<Curve, double[]> columns = new EnumMap<>(Curve.class);
    private int size;
    private long bytesPerColumn = 1;

    public Curves() {
        for (Curve curve : Curve.values()) {
            columns.put(curve, new double[CAPACITY]);
        }
    }

    public void clear() {
        size = 0;
        bytesPerColumn = 1;
    }

    /** One measurement at {@code position}, which never decreases; the values stand in the order of {@link Curve}. */
    public void add(long position, double... measured) {
        if (measured.length != columns.size()) {
            throw new IllegalArgumentException(
                    "a measurement has " + columns.size() + " values, these are " + measured.length);
        }
        boolean joins = size > 0 && sameColumn((long) positions[size - 1], position);
        if (!joins) {
            if (size == CAPACITY) {
                halve();
            }
            size++;
        }
        positions[size - 1] = position;
        int next = 0;
        for (Map.Entry<Curve, double[]> column : columns.entrySet()) {
            put(column, size - 1, measured[next++], joins);
        }
    }

    public int size() {
        return size;
    }

    public long bytesPerColumn() {
        return bytesPerColumn;
    }

    public double position(int column) {
        return positions[column];
    }

    public double value(Curve curve, int column) {
        return column(curve)[column];
    }

    public double[] positions() {
        return Arrays.copyOf(positions, size);
    }

    public double[] values(Curve curve) {
        return Arrays.copyOf(column(curve), size);
    }

    /** The column nearest to {@code position}, -1 if there is none. */
    public int nearest(double position) {
        int at = Arrays.binarySearch(positions, 0, size, position);
        if (at >= 0 || size == 0) {
            return at >= 0 ? at : -1;
        }
        int after = -at - 1;
        if (after == 0 || after == size) {
            return after == 0 ? 0 : size - 1;
        }
        return position - positions[after - 1] <= positions[after] - position ? after - 1 : after;
    }

    private void halve() {
        while (size == CAPACITY) {
            bytesPerColumn *= 2;
            int kept = 0;
            for (int i = 0; i < size; i++) {
                boolean joins = kept > 0 && sameColumn((long) positions[kept - 1], (long) positions[i]);
                if (!joins) {
                    kept++;
                }
                for (Map.Entry<Curve, double[]> column : columns.entrySet()) {
                    put(column, kept - 1, column.getValue()[i], joins);
                }
                positions[kept - 1] = positions[i];
            }
            size = kept;
        }
    }

    private boolean sameColumn(long a, long b) {
        return a / bytesPerColumn == b / bytesPerColumn;
    }

    private double[] column(Curve curve) {
        return Objects.requireNonNull(columns.get(curve));
    }

    private static void put(Map.Entry<Curve, double[]> column, int at, double value, boolean joins) {
        double[] values = column.getValue();
        boolean lower = column.getKey() == Curve.FAST_MIN && values[at] < value;
        boolean higher = column.getKey() == Curve.FAST_MAX && values[at] > value;
        boolean keepsOld = joins && (lower || higher);
        if (!keepsOld) {
            values[at] = value;
        }
    }
}
