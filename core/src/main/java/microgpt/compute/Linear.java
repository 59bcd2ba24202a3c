package microgpt.compute;

import java.util.Arrays;
import microgpt.numeric.Nullable;

/** The fully connected layer: three matrix products, one forward and two backward. */
final class Linear {
    private Linear() {}

    static void linear(Tensor out, Tensor x, Tensor weight, @Nullable Tensor bias) {
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
        Gemm.accumulate(rows, outs, ins, o, o0, outs, v, x0, ins, 1, w, w0, 1, ins);
    }

    static void linearBackward(
            @Nullable Tensor dx, Tensor dweight, @Nullable Tensor dbias, Tensor dout, Tensor x, Tensor weight) {
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
            Gemm.accumulate(rows, ins, outs, FloatArray.of(dx), dx.offset(), ins, d, d0, outs, 1, w, w0, ins, 1);
        }
        // and dweight (O,I) += dout^T (O,R) x (R,I)
        Gemm.accumulate(outs, ins, rows, dw, dw0, ins, d, d0, 1, outs, v, x0, ins, 1);
        if (dbias != null) {
            addColumnSums(dbias, dout);
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
