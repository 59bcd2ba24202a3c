package microgpt.compute;

import java.util.Arrays;
import microgpt.numeric.Nullable;

/** The fully connected layer: three matrix products, one forward and two backward. */
final class Linear {
    private Linear() {}

    static void linear(Tensor out, Tensor x, Tensor weight, @Nullable Tensor bias) {
        float[] o = FloatArray.of(out);
        Arrays.fill(o, out.offset(), out.offset() + out.size(), 0);
        if (bias != null) {
            addToRows(out, bias);
        }
        int in = x.cols();
        // out (R,O) += x (R,I) weight^T (I,O)
        Gemm.accumulate(
                out.rows(),
                out.cols(),
                in,
                o,
                out.offset(),
                out.cols(),
                FloatArray.of(x),
                x.offset(),
                in,
                1,
                FloatArray.of(weight),
                weight.offset(),
                1,
                in);
    }

    static void linearBackward(
            @Nullable Tensor dx, Tensor dweight, @Nullable Tensor dbias, Tensor dout, Tensor x, Tensor weight) {
        // in the forward pass this was: out = x weight^T + bias
        float[] d = FloatArray.of(dout);
        int rows = x.rows();
        int in = x.cols();
        int outputs = dout.cols();
        if (dx != null) {
            // dx (R,I) += dout (R,O) weight (O,I)
            Gemm.accumulate(
                    rows,
                    in,
                    outputs,
                    FloatArray.of(dx),
                    dx.offset(),
                    in,
                    d,
                    dout.offset(),
                    outputs,
                    1,
                    FloatArray.of(weight),
                    weight.offset(),
                    in,
                    1);
        }
        // dweight (O,I) += dout^T (O,R) x (R,I)
        Gemm.accumulate(
                outputs,
                in,
                rows,
                FloatArray.of(dweight),
                dweight.offset(),
                in,
                d,
                dout.offset(),
                1,
                outputs,
                FloatArray.of(x),
                x.offset(),
                in,
                1);
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
