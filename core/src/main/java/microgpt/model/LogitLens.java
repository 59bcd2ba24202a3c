package microgpt.model;

import microgpt.compute.Tensor;

/**
 * What each layer would predict if it were the last: the final norm and the head, applied early (nostalgebraist 2020). A few
 * rows for the page to show, so plain loops will do.
 */
public final class LogitLens {
    private final ModelConfig config;
    private final Weights weights;
    private final Activations pass;

    /** Looks into a forward pass of {@code weights}. */
    public LogitLens(ModelConfig config, Weights weights, Activations pass) {
        this.config = config;
        this.weights = weights;
        this.pass = pass;
    }

    /**
     * The logits of the last row (V) after {@code layers} blocks: 0 is what the embedding alone would predict, nLayers what
     * the model does.
     */
    public float[] after(int layers) {
        if (layers < 0 || layers > config.nLayers()) {
            throw new IllegalArgumentException(layers + " layers must be 0 to " + config.nLayers());
        }
        Tensor stream = pass.blockInput(layers);
        float[] x = new float[config.dModel()];
        stream.memory().read(stream.offset() + (stream.rows() - 1) * stream.cols(), x, 0, x.length);
        if (config.finalNorm()) {
            normalize(x);
        }
        float[] head = values(weights.lmHead);
        float[] logits = new float[config.outputSize()];
        for (int v = 0; v < logits.length; v++) {
            float sum = 0;
            for (int c = 0; c < x.length; c++) {
                sum += head[v * x.length + c] * x[c];
            }
            logits[v] = sum;
        }
        return logits;
    }

    private void normalize(float[] x) {
        double mean = 0;
        if (config.norm() == Norm.LAYER) {
            for (float value : x) {
                mean += value / x.length;
            }
        }
        double variance = config.normEpsilon();
        for (float value : x) {
            variance += (value - mean) * (value - mean) / x.length;
        }
        float[] gain = weights.finalGain == null ? null : values(weights.finalGain);
        float[] bias = weights.finalBias == null ? null : values(weights.finalBias);
        for (int c = 0; c < x.length; c++) {
            double normed = (x[c] - mean) / Math.sqrt(variance);
            x[c] = (float) (normed * (gain == null ? 1 : gain[c]) + (bias == null ? 0 : bias[c]));
        }
    }

    private static float[] values(Tensor tensor) {
        float[] values = new float[tensor.size()];
        tensor.memory().read(tensor.offset(), values, 0, values.length);
        return values;
    }
}
