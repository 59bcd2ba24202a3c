package microgpt.engine;

import microgpt.corpus.BatchSampler;
import microgpt.corpus.ByteStream;
import microgpt.model.Gpt;
import microgpt.model.Weights;
import microgpt.numeric.Bits;
import microgpt.numeric.DoubleMath;
import microgpt.numeric.Rng;

/**
 * How well weights predict a text, without learning from it. The text is read in windows of contextLength that do not
 * overlap, so each token but the first is predicted once, from what is before it in its window.
 *
 * @param tokens how many were predicted
 * @param loss their mean loss in nats
 */
public record Evaluation(long tokens, double loss) {
    /** Reads {@code text} from {@code from} up to {@code to}: at least two tokens. */
    public static Evaluation of(Gpt gpt, Weights weights, ByteStream text, long from, long to) {
        if (to - from < 2) {
            throw new IllegalArgumentException("a text of " + (to - from) + " bytes must have at least 2");
        }
        int context = gpt.config().contextLength();
        int[] inputs = new int[context];
        int[] targets = new int[context];
        float[] losses = new float[context];
        double sum = 0;
        for (long at = from; at < to - 1; at += context) {
            int length = (int) Math.min(context, to - 1 - at);
            new BatchSampler(text, at, to, length, Rng.seeded(0)).read(at, 0, inputs, targets);
            gpt.forward(weights, inputs, targets, losses, 1, length);
            for (int i = 0; i < length; i++) {
                sum += losses[i];
            }
        }
        return new Evaluation(to - from - 1, sum / (to - from - 1));
    }

    /** The same in bits. */
    public double bitsPerByte() {
        return Bits.ofNats(loss);
    }

    /** Among how many equally likely tokens the choice would be as hard. */
    public double perplexity() {
        return DoubleMath.exp(loss);
    }
}
