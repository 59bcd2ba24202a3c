package microgpt.sampling;

import microgpt.corpus.Beginning;
import microgpt.corpus.Window;
import microgpt.model.Gpt;
import microgpt.model.Weights;

/** A text in the making: continues a prompt, one byte at a time, seeing at most a window of what was written. */
public final class Generator {
    private static final int BYTES = 256;

    private final NextToken model;
    private final Sampler sampler;
    private final int[] tokens;
    private final float[] logits;
    private int length;

    /**
     * Continues {@code prompt} with {@code gpt}, which the generator has to itself, and what {@code weights} hold whenever a
     * byte is asked for.
     */
    public Generator(Gpt gpt, Weights weights, Beginning beginning, Sampler sampler, byte... prompt) {
        this(
                NextToken.of(gpt, weights),
                gpt.config().contextLength(),
                Math.min(BYTES, gpt.config().outputSize()),
                beginning,
                sampler,
                prompt);
    }

    /**
     * Continues {@code prompt}, or begins a text if it is empty. Where training shows the beginning-of-stream token at every
     * document, the text begins with it, too; elsewhere an empty prompt stands for a line feed.
     *
     * @param contextLength the most tokens the model takes; older ones are forgotten
     * @param outputSize the number of bytes that can be written, 0 to {@code outputSize - 1}
     */
    public Generator(
            NextToken model, int contextLength, int outputSize, Beginning beginning, Sampler sampler, byte... prompt) {
        if (contextLength < 1 || outputSize < 1 || outputSize > BYTES) {
            throw new IllegalArgumentException("contextLength " + contextLength + " must be at least 1 and outputSize "
                    + outputSize + " 1 to " + BYTES);
        }
        this.model = model;
        this.sampler = sampler;
        this.tokens = new int[contextLength];
        this.logits = new float[outputSize];
        if (beginning == Beginning.EVERY_DOCUMENT) {
            append(Window.BOS);
        } else if (prompt.length == 0) {
            append('\n');
        }
        for (byte value : prompt) {
            append(value & 0xff);
        }
    }

    /** Writes one more byte, and returns it, 0 to 255. */
    public int next() {
        model.predict(tokens, length, logits);
        int next = sampler.sample(logits);
        append(next);
        return next;
    }

    private void append(int token) {
        if (length == tokens.length) {
            System.arraycopy(tokens, 1, tokens, 0, length - 1);
            length--;
        }
        tokens[length++] = token;
    }
}
