package microgpt.worker.lab;

import microgpt.protocol.Bytes;

/** A matrix seen from fewer cells than it has weights, each the mean of the weights there, and cells as bytes. */
final class MatrixCells {
    static final int TOP = 127;

    private MatrixCells() {}

    /** The {@code seenRows} x {@code seenColumns} cells of a matrix, which has at least as many rows and columns. */
    static float[] of(float[] weights, int rows, int columns, int seenRows, int seenColumns) {
        if (rows == seenRows && columns == seenColumns) {
            return weights;
        }
        float[] cells = new float[seenRows * seenColumns];
        int[] counts = new int[cells.length];
        int[] places = new int[columns];
        for (int c = 0; c < columns; c++) {
            places[c] = (int) ((long) c * seenColumns / columns);
        }
        for (int r = 0; r < rows; r++) {
            int row = (int) ((long) r * seenRows / rows) * seenColumns;
            for (int c = 0; c < columns; c++) {
                cells[row + places[c]] += weights[r * columns + c];
                counts[row + places[c]]++;
            }
        }
        for (int i = 0; i < cells.length; i++) {
            cells[i] /= counts[i];
        }
        return cells;
    }

    /** The value farthest from zero, without its sign; what is not finite does not count. */
    static float largest(float... values) {
        float largest = 0;
        for (float value : values) {
            float size = Math.abs(value);
            if (size > largest && size < Float.POSITIVE_INFINITY) {
                largest = size;
            }
        }
        return largest;
    }

    static double norm(float... values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }

    /** {@code later} minus {@code earlier}. */
    static float[] difference(float[] later, float[] earlier) {
        float[] difference = new float[later.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = later[i] - earlier[i];
        }
        return difference;
    }

    /** A byte for each value: {@link #TOP} is {@code scale}, or more. */
    static Bytes quantized(float[] values, double scale) {
        byte[] bytes = new byte[values.length];
        double factor = scale > 0 ? TOP / scale : 0;
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(Math.max(-TOP, Math.min(TOP, values[i] * factor)));
        }
        return Bytes.of(bytes);
    }
}
