package microgpt.compute;

import java.util.Arrays;
import microgpt.numeric.Nullable;

/** The fully connected layer: three matrix products, one forward and two backward. */
final class Linear {
    /** Multiplications that are worth sharing: about a tenth of a millisecond. */
    private static final long WORTH_SHARING = 1 << 18;

    private Linear() {}

    static void linear(ParallelRanges crew, Tensor out, Tensor x, Tensor weight, @Nullable Tensor bias) {
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
        product(crew, rows, outs, ins, o, o0, outs, v, x0, ins, 1, w, w0, 1, ins);
    }

    static void linearBackward(
            ParallelRanges crew,
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
            product(crew, rows, ins, outs, g, dx.offset(), ins, d, d0, outs, 1, w, w0, ins, 1);
        }
        // and dweight (O,I) += dout^T (O,R) x (R,I)
        product(crew, outs, ins, rows, dw, dw0, ins, d, d0, 1, outs, v, x0, ins, 1);
        if (dbias != null) {
            addColumnSums(dbias, dout);
        }
    }

    /** {@link Gemm#accumulate}, its rows shared out, four at a time as they are computed, if the whole is worth it. */
    private static void product(
            ParallelRanges crew,
            int m,
            int n,
            int depth,
            float[] c,
            int cAt,
            int cRow,
            float[] a,
            int aAt,
            int aRow,
            int aCol,
            float[] b,
            int bAt,
            int bRow,
            int bCol) {
        if (crew == ParallelRanges.ALONE
                || (long) m * n * depth < WORTH_SHARING) { // without an object for the work: no garbage
            Gemm.accumulate(m, n, depth, c, cAt, cRow, a, aAt, aRow, aCol, b, bAt, bRow, bCol);
            return;
        }
        crew.share((m + 3) / 4, (from, to) -> {
            int first = 4 * from;
            int rows = Math.min(4 * to, m) - first;
            int ci = cAt + first * cRow;
            int ai = aAt + first * aRow;
            Gemm.accumulate(rows, n, depth, c, ci, cRow, a, ai, aRow, aCol, b, bAt, bRow, bCol);
        });
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
