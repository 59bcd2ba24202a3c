package microgpt.engine;

import microgpt.corpus.ByteStream;
import microgpt.numeric.DoubleMath;
import microgpt.numeric.Nullable;
import microgpt.sampling.Generator;
import microgpt.sampling.Sampler;

/**
 * A text in the making that a run writes, one byte at a time, as it stands whenever a byte is asked for: each is drawn from
 * what the run would charge for it. Where a mixture or a cache is charged, the text goes on after what was read, and of
 * itself nothing is learned. Where the transformer alone is, it sees the text and nothing before it, and a window at most.
 */
public final class SampledText {
    private static final int BYTES = 256;
    /** How much of the text is supposed to have come; when it is so long, the older half is forgotten. */
    private static final int MOST = 4096;

    private static final byte LINE_FEED = '\n';

    private final PrequentialEngine engine;
    private final Sampler sampler;
    /** Writes by itself; null where others are charged. */
    private final @Nullable Generator transformer;

    private final byte[] written = new byte[MOST];
    private final float[] probs = new float[BYTES];
    private final float[] logits = new float[BYTES];
    private int length;

    private SampledText(PrequentialEngine engine, Sampler sampler, byte... transformersPrompt) {
        this.engine = engine;
        this.sampler = sampler;
        transformer = engine.charged() == Predictor.TRANSFORMER
                ? new Generator(
                        engine.gpt(),
                        engine.learner().predicting(),
                        engine.config().beginning(),
                        sampler,
                        transformersPrompt)
                : null;
    }

    /**
     * A text that begins with {@code prompt}, which is not written again; an empty one stands for a line feed, or for the
     * beginning-of-stream token where every document begins with that and the transformer writes alone.
     */
    public static SampledText from(PrequentialEngine engine, ByteStream stream, Sampler sampler, byte... prompt) {
        SampledText text = new SampledText(engine, sampler, prompt);
        long position = engine.position();
        if (position > 0 && stream.at(position - 1) != LINE_FEED) {
            text.append(LINE_FEED);
        }
        for (byte each : prompt) {
            text.append(each);
        }
        return text;
    }

    /** A text that goes on where the run stands in {@code stream}. */
    public static SampledText goingOn(PrequentialEngine engine, ByteStream stream, Sampler sampler) {
        long position = engine.position();
        byte[] past = new byte[(int) Math.min(position, engine.config().model().contextLength())];
        stream.read(position - past.length, past, 0, past.length);
        return new SampledText(engine, sampler, past);
    }

    /** Writes one more byte, and returns it, 0 to 255. */
    public int next() {
        Generator alone = transformer;
        if (alone != null) {
            return alone.next();
        }
        engine.peekAfter(written, length, probs);
        for (int b = 0; b < BYTES; b++) {
            logits[b] = (float) DoubleMath.log(probs[b]);
        }
        int next = sampler.sample(logits);
        append((byte) next);
        return next;
    }

    /** Who writes. */
    public Predictor by() {
        return transformer != null ? Predictor.TRANSFORMER : engine.charged();
    }

    private void append(byte next) {
        if (length == MOST) {
            System.arraycopy(written, MOST / 2, written, 0, MOST / 2);
            length = MOST / 2;
        }
        written[length++] = next;
    }
}
