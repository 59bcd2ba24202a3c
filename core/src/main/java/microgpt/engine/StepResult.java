package microgpt.engine;

import java.util.List;
import microgpt.numeric.Bits;

/** What the latest step did. There is one for all steps: read it before the next. */
public final class StepResult {
    private final float[] losses;
    private final float[] transformerLosses;
    private final double[][] bits;
    private final double[][] shares;
    /** Who predicted, in the order of {@link Predictor}: the first one is charged. */
    private List<Predictor> predictors = List.of(Predictor.TRANSFORMER);

    long position;
    int count;
    boolean learned;
    int replayed;
    double rateFactor;

    StepResult(int most) {
        losses = new float[most];
        transformerLosses = new float[most];
        bits = new double[Predictor.values().length][most];
        shares = new double[Predictor.values().length][most];
    }

    /** From now on these predict, in the order of {@link Predictor}. */
    void predictedBy(List<Predictor> present) {
        predictors = present;
    }

    /** Byte {@code k} cost the transformer {@code loss} nats. */
    void transformer(int k, float loss) {
        transformerLosses[k] = loss;
        if (charged() == Predictor.TRANSFORMER) {
            losses[k] = loss;
        }
        bits[Predictor.TRANSFORMER.index()][k] = Bits.ofNats(loss);
        share(Predictor.TRANSFORMER, k, Double.NaN);
    }

    /** Byte {@code k} cost {@code predictor}, another than the transformer, so many bits. */
    void cost(Predictor predictor, int k, double cost) {
        bits[predictor.index()][k] = cost;
        share(predictor, k, Double.NaN);
        if (predictor == charged()) {
            losses[k] = (float) Bits.toNats(cost);
        }
    }

    /** What part of the mixture's logits for byte {@code k} came from {@code predictor}; NaN if that is not known. */
    void share(Predictor predictor, int k, double share) {
        shares[predictor.index()][k] = share;
    }

    double share(Predictor predictor, int k) {
        return shares[predictor.index()][k];
    }

    /** Where in the stream the step began. */
    public long position() {
        return position;
    }

    /** How many bytes it predicted, and recorded. */
    public int count() {
        return count;
    }

    /** Who predicted the bytes, baselines left out. */
    public List<Predictor> predictors() {
        return predictors;
    }

    /** Whose prediction is recorded as the run's own. */
    public Predictor charged() {
        return predictors.get(0);
    }

    /** What byte {@code k} of the step cost {@code predictor}, one of {@link #predictors()}, in bits. */
    public double bits(Predictor predictor, int k) {
        return bits[predictor.index()][k];
    }

    /** What byte {@code k} of the step cost, in bits, recorded before anything was learned from it. */
    public double bits(int k) {
        return bits(charged(), k);
    }

    /** The same of each byte in nats; the first {@link #count()} count. */
    public float[] losses() {
        return losses;
    }

    /** What each byte cost the transformer, in nats: what its mechanisms go by. */
    float[] transformerLosses() {
        return transformerLosses;
    }

    /** The transformer's mean loss, in nats. */
    double meanTransformerLoss() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += transformerLosses[i];
        }
        return sum / count;
    }

    /** Whether weights were updated: false where selective backprop skipped. */
    public boolean learned() {
        return learned;
    }

    /** How many past windows joined the gradient. */
    public int replayed() {
        return replayed;
    }

    /** What the learning rate was multiplied with by the adaptive rate; 1 as a rule. */
    public double rateFactor() {
        return rateFactor;
    }
}
