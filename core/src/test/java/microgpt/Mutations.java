package microgpt;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import microgpt.numeric.Rng;

/**
 * Valid samples, spoilt a little, again and again, for a reader that must cope with anything: what comes of each is a value,
 * or a declared refusal that says something, and in either case little memory is taken. Every mutation has a number, from
 * which alone it is made; {@code -Dmutations=20000} makes more of them.
 */
public final class Mutations {
    /** What is tried. It may do more with a value than read it: all of that must go well. */
    public interface Reader {
        void read(byte[] bytes) throws Exception;
    }

    /** How many mutations were read, and how many refused. */
    public record Outcome(int read, int refused) {}

    private static final int COUNT = Integer.getInteger("mutations", 300);
    private static final int MOST_AT_ONCE = 3;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final List<byte[]> samples;
    private final Class<? extends RuntimeException> refusal;
    private final long memory;

    /**
     * Mutations of {@code samples}.
     *
     * @param refusal what a reader may throw
     * @param memory the most bytes that reading one may take
     */
    public Mutations(List<byte[]> samples, Class<? extends RuntimeException> refusal, long memory) {
        this.samples = samples;
        this.refusal = refusal;
        this.memory = memory;
    }

    /** The same of texts. */
    public static Mutations ofTexts(List<String> texts, Class<? extends RuntimeException> refusal, long memory) {
        return new Mutations(
                texts.stream()
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .toList(),
                refusal,
                memory);
    }

    /** Reads the samples, which must be good, and then the mutations. */
    public Outcome check(Reader reader) throws Exception {
        for (byte[] sample : samples) {
            reader.read(sample.clone());
        }
        int refused = 0;
        for (int number = 0; number < COUNT; number++) {
            refused += isRefused("mutation " + number, mutated(number), reader) ? 1 : 0;
        }
        return new Outcome(COUNT - refused, refused);
    }

    /** Reads one thing that was made by hand and is bad; returns what is said about it. */
    public String refusalOf(byte[] bad, Reader reader) {
        return attempt("what was made by hand", bad, reader);
    }

    private boolean isRefused(String name, byte[] bytes, Reader reader) {
        return !attempt(name, bytes, reader).isEmpty();
    }

    /** The refusal's message; empty if there was none. */
    private String attempt(String name, byte[] bytes, Reader reader) {
        String message = "";
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            reader.read(bytes);
        } catch (Throwable e) { // also what is no exception: a full stack, a full memory
            if (!refusal.isInstance(e)) {
                fail(name + " of " + bytes.length + " bytes: " + e, e);
            }
            message = String.valueOf(e.getMessage());
            assertFalse(message.isBlank() || message.equals("null"), () -> name + " is refused without a word");
        }
        long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertTrue(taken <= memory, () -> name + " of " + bytes.length + " bytes took " + taken);
        return message;
    }

    /** Mutation {@code number}: a sample changed in one to three ways. */
    public byte[] mutated(int number) {
        Rng rng = Rng.seeded(number);
        byte[] bytes = samples.get(rng.nextInt(samples.size())).clone();
        for (int left = 1 + rng.nextInt(MOST_AT_ONCE); left > 0; left--) {
            bytes = Mutation.any(rng).of(bytes, samples.get(rng.nextInt(samples.size())), rng);
        }
        return bytes;
    }
}
