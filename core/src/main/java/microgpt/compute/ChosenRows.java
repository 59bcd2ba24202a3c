package microgpt.compute;

/** Rows that are chosen one by one, multiplied with one vector and moved along it. */
final class ChosenRows {
    static final int LANES = 4;

    private ChosenRows() {}

    static void dot(Tensor sums, Tensor weights, Tensor x, int[] rows) {
        float[] w = FloatArray.of(weights);
        float[] v = FloatArray.of(x);
        float[] s = FloatArray.of(sums);
        int c = x.cols();
        for (int r = 0; r < sums.rows(); r++) {
            s[sums.offset() + r] = dot(w, weights.offset() + rows[r] * c, v, x.offset(), c);
        }
    }

    private static float dot(float[] w, int at, float[] x, int from, int count) {
        float lane0 = 0;
        float lane1 = 0;
        float lane2 = 0;
        float lane3 = 0;
        for (int i = 0; i < count; i += LANES) {
            lane0 += w[at + i] * x[from + i];
            lane1 += w[at + i + 1] * x[from + i + 1];
            lane2 += w[at + i + 2] * x[from + i + 2];
            lane3 += w[at + i + 3] * x[from + i + 3];
        }
        return (lane0 + lane1) + (lane2 + lane3);
    }

    static void add(Tensor weights, Tensor steps, Tensor x, int[] rows) {
        float[] w = FloatArray.of(weights);
        float[] v = FloatArray.of(x);
        float[] s = FloatArray.of(steps);
        int c = x.cols();
        for (int r = 0; r < steps.rows(); r++) {
            add(w, weights.offset() + rows[r] * c, v, x.offset(), c, s[steps.offset() + r]);
        }
    }

    private static void add(float[] w, int at, float[] x, int from, int count, float step) {
        for (int i = 0; i < count; i++) {
            w[at + i] += step * x[from + i];
        }
    }

    static void put(Tensor weights, Tensor values, int[] rows) {
        float[] w = FloatArray.of(weights);
        float[] v = FloatArray.of(values);
        int c = weights.cols();
        for (int r = 0; r < values.rows(); r++) {
            System.arraycopy(v, values.offset() + r * c, w, weights.offset() + rows[r] * c, c);
        }
    }
}
