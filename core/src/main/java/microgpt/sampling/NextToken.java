package microgpt.sampling;

import microgpt.compute.Tensor;
import microgpt.model.Decoder;
import microgpt.model.Gpt;
import microgpt.model.Weights;

/** What a generator asks of a model: scores for the token after some others. */
interface NextToken {
    /**
     * Writes the logits of the token after {@code tokens[0 .. length)} to {@code logits}: of the first {@code
     * logits.length} tokens of the vocabulary.
     */
    void predict(int[] tokens, int length, float[] logits);

    /** Asks {@code decoder}, which reads of each text only what it has not read yet. */
    static NextToken of(Decoder decoder) {
        return new IncrementalReader(decoder);
    }

    /**
     * Asks {@code gpt}, with what {@code weights} hold at the time. The pass overwrites the activations of {@code gpt}: give
     * it one that no training step is in the middle of.
     */
    static NextToken of(Gpt gpt, Weights weights) {
        return (tokens, length, logits) -> {
            gpt.forward(weights, tokens, 1, length);
            Tensor all = gpt.activations().logits;
            all.memory().read(all.offset() + (length - 1) * all.cols(), logits, 0, logits.length);
        };
    }
}
