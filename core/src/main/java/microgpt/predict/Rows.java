package microgpt.predict;

import java.util.List;
import microgpt.compute.Backend;
import microgpt.compute.Tensor;

/**
 * Sets of weights in the memory of a back end, one row of each in force: it adds up all of those at once, and moves them at
 * once. The order of additions is part of the file format, so every back end keeps it.
 */
final class Rows implements Journal.Stack {
    /** A prediction is followed no further than through the last bit but one of a byte. */
    private static final int DEPTH = 7;

    private final Backend on;
    private final int width;
    /** Where the rows of each set begin, and behind the last one. */
    private final int[] begins;
    /** Of each set, the row in force. */
    private final int[] rows;

    private final Tensor weights;
    private final Tensor x;
    private final Tensor sums;
    private final Tensor steps;
    private final Tensor[] keptWeights = new Tensor[DEPTH];
    private final int[][] keptRows = new int[DEPTH][];
    private int kept;

    /** All rows begin as {@code start}, whose length is a multiple of four. */
    Rows(List<WeightSet> sets, float[] start, Backend on) {
        this.on = on;
        width = start.length;
        int count = sets.size();
        rows = new int[count];
        begins = new int[count + 1];
        for (int s = 0; s < count; s++) {
            begins[s + 1] = begins[s] + sets.get(s).rows();
            rows[s] = begins[s];
        }
        weights = matrix(begins[count], width);
        for (int row = 0; row < begins[count]; row++) {
            weights.memory().write(row * width, start, 0, width);
        }
        x = matrix(1, width);
        sums = matrix(count, 1);
        steps = matrix(count, 1);
        for (int i = 0; i < DEPTH; i++) {
            keptWeights[i] = matrix(count, width);
            keptRows[i] = new int[count];
        }
        on.reserve(count, 1, 1);
    }

    private Tensor matrix(int height, int columns) {
        return new Tensor(on.allocate(height * columns), 0, height, columns);
    }

    int sets() {
        return rows.length;
    }

    /** From now on {@code row} of set s is in force. */
    void choose(int s, int row) {
        rows[s] = begins[s] + row;
    }

    /** Writes, for each set, the sum of its weights times {@code inputs}, into the first places of {@code into}. */
    void dot(float[] inputs, float[] into) {
        x.memory().write(0, inputs, 0, width);
        on.dotRows(sums, weights, x, rows);
        sums.memory().read(0, into, 0, rows.length);
    }

    /** Adds to each set's weights its step, one of the first in {@code by}, times the latest inputs. */
    void add(float[] by) {
        steps.memory().write(0, by, 0, rows.length);
        on.addToRows(weights, steps, x, rows);
    }

    /** The weight of input i in set s. */
    float get(int s, int i) {
        return weights.memory().get(rows[s] * width + i);
    }

    /** All weights of set s, row after row. */
    float[] all(int s) {
        float[] values = new float[(begins[s + 1] - begins[s]) * width];
        weights.memory().read(begins[s] * width, values, 0, values.length);
        return values;
    }

    /** Makes {@code values} all weights of set s. */
    void replace(int s, float[] values) {
        weights.memory().write(begins[s] * width, values, 0, values.length);
    }

    @Override
    public void push() {
        on.embed(keptWeights[kept], weights, rows);
        System.arraycopy(rows, 0, keptRows[kept], 0, rows.length);
        kept++;
    }

    @Override
    public void pop() {
        kept--;
        on.putRows(weights, keptWeights[kept], keptRows[kept]);
    }
}
