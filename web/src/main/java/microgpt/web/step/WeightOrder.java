package microgpt.web.step;

import java.util.List;
import microgpt.protocol.step.StepReport.Matrix;

/** Which parameters a table shows, and in which order: indices only, so that 100,000 of them are no burden. */
final class WeightOrder {
    /** What the table can be sorted by. */
    enum Measure {
        NUMBER,
        VALUE,
        SIZE,
        GRADIENT,
        GRADIENT_SIZE
    }

    /** Shown are those of {@code matrix}, {@code row} and {@code column}; -1 stands for all. */
    record Filter(int matrix, int row, int column) {
        static final Filter ALL = new Filter(-1, -1, -1);
    }

    private WeightOrder() {}

    /** The indices that pass, least first, or greatest first if {@code falling}; equals stay in order. */
    static int[] of(
            List<Matrix> matrices,
            Filter filter,
            Measure measure,
            Direction direction,
            double[] values,
            double[] gradients) {
        int[] shown = passing(matrices, filter, values.length);
        if (measure != Measure.NUMBER) {
            double sign = direction == Direction.FALLING ? -1 : 1;
            double[] keys = new double[values.length];
            for (int i : shown) {
                keys[i] = sign
                        * switch (measure) {
                            case NUMBER -> i;
                            case VALUE -> values[i];
                            case SIZE -> Math.abs(values[i]);
                            case GRADIENT -> gradients[i];
                            case GRADIENT_SIZE -> Math.abs(gradients[i]);
                        };
            }
            sort(shown, new int[shown.length], 0, shown.length, keys);
        } else if (direction == Direction.FALLING) {
            reverse(shown);
        }
        return shown;
    }

    /** Least or greatest first. */
    enum Direction {
        RISING,
        FALLING
    }

    private static int[] passing(List<Matrix> matrices, Filter filter, int size) {
        int[] passing = new int[size];
        int count = 0;
        int first = 0;
        for (int m = 0; m < matrices.size(); m++) {
            Matrix matrix = matrices.get(m);
            int numbers = matrix.rows() * matrix.columns();
            if (filter.matrix() < 0 || filter.matrix() == m) {
                for (int i = 0; i < numbers; i++) {
                    boolean row = filter.row() < 0 || i / matrix.columns() == filter.row();
                    boolean column = filter.column() < 0 || i % matrix.columns() == filter.column();
                    if (row && column) {
                        passing[count++] = first + i;
                    }
                }
            }
            first += numbers;
        }
        return java.util.Arrays.copyOf(passing, count);
    }

    /** Merge sort on primitive keys. */
    private static void sort(int[] items, int[] scratch, int from, int to, double[] keys) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        sort(items, scratch, from, middle, keys);
        sort(items, scratch, middle, to, keys);
        System.arraycopy(items, from, scratch, from, to - from);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takesLeft = right == to || (left < middle && keys[scratch[left]] <= keys[scratch[right]]);
            items[i] = takesLeft ? scratch[left++] : scratch[right++];
        }
    }

    private static void reverse(int[] items) {
        for (int i = 0, j = items.length - 1; i < j; i++, j--) {
            int item = items[i];
            items[i] = items[j];
            items[j] = item;
        }
    }
}
