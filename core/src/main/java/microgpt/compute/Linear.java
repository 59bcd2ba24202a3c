package microgpt.compute;

import java.util.Arrays;
import microgpt.numeric.Nullable;

/** The fully connected layer: three matrix products, one forward and two backward. */
final class Linear {
    /** Multiplications that are worth sharing: about a tenth of a millisecond. */
    private static final long WORTH_SHARING = 1 << 18;

    private Linear() {}

    static void linear(Crew crew, Tensor out, Tensor x, Tensor weight, @Nullable Tensor bias) {
        float[] o = FloatArray.of(out);
        float[] v = FloatArray.of(x);
        float[] w = FloatArray.of(weight);
        int o0 = out.offset();
        int x0 = x.offset();
        int w0 = weight.offset();
        int rows = x.rows();
        int ins = x.cols();
        int outs = out.cols();
        Arrays.fill(o, o0, o0 + out.size(), 0);
        if (bias != null) {
            addToRows(out, bias);
        }
        // out (R,O) += x (R,I) weight^T (I,O)
        share(
                crew,
                rows,
                (long) outs * ins,
                (from, to) -> Gemm.accumulate(
                        to - from, outs, ins, o, o0 + from * outs, outs, v, x0 + from * ins, ins, 1, w, w0, 1, ins));
    }

    static void linearBackward(
            Crew crew,
            @Nullable Tensor dx,
            Tensor dweight,
            @Nullable Tensor dbias,
            Tensor dout,
            Tensor x,
            Tensor weight) {
        float[] d = FloatArray.of(dout);
        float[] v = FloatArray.of(x);
        float[] w = FloatArray.of(weight);
        float[] dw = FloatArray.of(dweight);
        int d0 = dout.offset();
        int x0 = x.offset();
        int w0 = weight.offset();
        int dw0 = dweight.offset();
        int rows = x.rows();
        int ins = x.cols();
        int outs = dout.cols();
        // in the forward pass this was: out (R,O) = x (R,I) weight^T (I,O) + bias
        if (dx != null) {
            // so dx (R,I) += dout (R,O) weight (O,I)
            float[] g = FloatArray.of(dx);
            int g0 = dx.offset();
            share(
                    crew,
                    rows,
                    (long) outs * ins,
                    (from, to) -> Gemm.accumulate(
                            to - from,
                            ins,
                            outs,
                            g,
                            g0 + from * ins,
                            ins,
                            d,
                            d0 + from * outs,
                            outs,
                            1,
                            w,
                            w0,
                            ins,
                            1));
        }
        // and dweight (O,I) += dout^T (O,R) x (R,I)
        share(
                crew,
                outs,
                (long) rows * ins,
                (from, to) -> Gemm.accumulate(
                        to - from, ins, rows, dw, dw0 + from * ins, ins, d, d0 + from, 1, outs, v, x0, ins, 1));
        if (dbias != null) {
            addColumnSums(dbias, dout);
        }
    }

    /** Shares out {@code rows} rows of a product, four at a time as they are computed, if the whole is worth it. */
    private static void share(Crew crew, int rows, long perRow, Crew.Work work) {
        if (rows * perRow < WORTH_SHARING) {
            work.on(0, rows);
        } else {
            crew.share((rows + 3) / 4, (from, to) -> work.on(4 * from, Math.min(4 * to, rows)));
        }
    }

    /** x[r] += bias, for every row. */
    static void addToRows(Tensor x, Tensor bias) {
        float[] v = FloatArray.of(x);
        float[] b = FloatArray.of(bias);
        int c = x.cols();
        for (int r = 0; r < x.rows(); r++) {
            int xr = x.offset() + r * c;
            for (int i = 0; i < c; i++) {
                v[xr + i] += b[bias.offset() + i];
            }
        }
    }

    /** sums += the sum of all rows of x. */
    static void addColumnSums(Tensor sums, Tensor x) {
        float[] s = FloatArray.of(sums);
        float[] v = FloatArray.of(x);
        int c = x.cols();
        for (int r = 0; r < x.rows(); r++) {
            int xr = x.offset() + r * c;
            for (int i = 0; i < c; i++) {
                s[sums.offset() + i] += v[xr + i];
            }
        }
    }
}
