package microgpt.sampling;

import microgpt.corpus.BosPlacement;
import microgpt.corpus.Window;
import microgpt.model.Decoder;
import microgpt.model.Gpt;
import microgpt.model.ModelConfig;
import microgpt.model.Weights;

/**
 * A text in the making: continues a prompt, one byte at a time, seeing at most a window of what was written. When the
 * window is full, the older half of it is forgotten at once: positions then begin anew, so everything kept has to be read
 * again, and forgetting half makes that one more position for each byte, where forgetting a byte at a time would make it a
 * whole window.
 */
public final class Generator {
    private static final int BYTES = 256;

    private final NextToken model;
    private final Sampler sampler;
    private final int[] tokens;
    private final float[] logits;
    private int length;

    /**
     * Continues {@code prompt} with {@code decoder}, which the generator has to itself: weights that stay as they are.
     */
    public Generator(Decoder decoder, BosPlacement beginning, Sampler sampler, byte... prompt) {
        this(NextToken.of(decoder), decoder.config(), beginning, sampler, prompt);
    }

    /**
     * Continues {@code prompt} with {@code gpt}, which the generator has to itself, and what {@code weights} hold whenever a
     * byte is asked for: a whole window is read for each, since other weights make other keys and values.
     */
    public Generator(Gpt gpt, Weights weights, BosPlacement beginning, Sampler sampler, byte... prompt) {
        this(NextToken.of(gpt, weights), gpt.config(), beginning, sampler, prompt);
    }

    private Generator(NextToken model, ModelConfig config, BosPlacement beginning, Sampler sampler, byte... prompt) {
        this(model, config.contextLength(), Math.min(BYTES, config.outputSize()), beginning, sampler, prompt);
    }

    /**
     * Continues {@code prompt}, or begins a text if it is empty. Where training shows the beginning-of-stream token at every
     * document, the text begins with it, too; elsewhere an empty prompt stands for a line feed.
     *
     * @param contextLength the most tokens the model takes; older ones are forgotten
     * @param outputSize the number of bytes that can be written, 0 to {@code outputSize - 1}
     */
    public Generator(
            NextToken model,
            int contextLength,
            int outputSize,
            BosPlacement beginning,
            Sampler sampler,
            byte... prompt) {
        if (contextLength < 1 || outputSize < 1 || outputSize > BYTES) {
            throw new IllegalArgumentException("contextLength " + contextLength + " must be at least 1 and outputSize "
                    + outputSize + " 1 to " + BYTES);
        }
        this.model = model;
        this.sampler = sampler;
        this.tokens = new int[contextLength];
        this.logits = new float[outputSize];
        if (prompt.length == 0 && beginning != BosPlacement.EVERY_DOCUMENT) {
            append('\n');
        } else if (prompt.length < contextLength && beginning == BosPlacement.EVERY_DOCUMENT) {
            append(Window.BOS);
        }
        for (int i = Math.max(0, prompt.length - contextLength); i < prompt.length; i++) {
            append(prompt[i] & 0xff);
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
            int kept = length / 2;
            System.arraycopy(tokens, length - kept, tokens, 0, kept);
            length = kept;
        }
        tokens[length++] = token;
    }
}
