package microgpt.compute;

/** Rows looked up by token, and rows added by position. */
final class Embeddings {
    private Embeddings() {}

    static void embed(Tensor out, Tensor wte, int[] tokens) {
        float[] o = FloatArray.of(out);
        float[] w = FloatArray.of(wte);
        int c = out.cols();
        for (int r = 0; r < out.rows(); r++) {
            System.arraycopy(w, wte.offset() + tokens[r] * c, o, out.offset() + r * c, c);
        }
    }

    /** A token that occurs twice receives both gradients. */
    static void embedBackward(Tensor dwte, Tensor dout, int[] tokens) {
        float[] dw = FloatArray.of(dwte);
        float[] d = FloatArray.of(dout);
        int c = dout.cols();
        for (int r = 0; r < dout.rows(); r++) {
            // in the forward pass this was: out[r] = wte[tokens[r]]
            addRow(dw, dwte.offset() + tokens[r] * c, d, dout.offset() + r * c, c);
        }
    }

    static void addPositions(Tensor x, Tensor wpe, int batch) {
        float[] v = FloatArray.of(x);
        float[] w = FloatArray.of(wpe);
        int c = x.cols();
        int positions = x.rows() / batch;
        for (int r = 0; r < x.rows(); r++) {
            addRow(v, x.offset() + r * c, w, wpe.offset() + r % positions * c, c);
        }
    }

    static void addPositionsBackward(Tensor dwpe, Tensor dx, int batch) {
        float[] dw = FloatArray.of(dwpe);
        float[] d = FloatArray.of(dx);
        int c = dx.cols();
        int positions = dx.rows() / batch;
        for (int r = 0; r < dx.rows(); r++) {
            // in the forward pass this was: x[b,t] += wpe[t]
            addRow(dw, dwpe.offset() + r % positions * c, d, dx.offset() + r * c, c);
        }
    }

    private static void addRow(float[] into, int at, float[] from, int start, int count) {
        for (int i = 0; i < count; i++) {
            into[at + i] += from[start + i];
        }
    }
}
