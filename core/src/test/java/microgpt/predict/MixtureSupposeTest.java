package microgpt.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import microgpt.compute.JavaBackend;
import microgpt.numeric.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a mixture says of bytes after some that are only supposed to come; of the smallest size and the largest. */
class MixtureSupposeTest {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final float[] probs = new float[256];

    @ParameterizedTest
    @EnumSource(names = {"MINI", "FULL"})
    void supposingDisturbsNoLoss(Size size) {
        byte[] bytes = Texts.speech(2, 700);
        byte[] supposed = Texts.speech(3, 300);
        double[] undisturbed = Texts.costs(mixture(size), bytes);
        Mixture mixture = mixture(size);
        for (int i = 0; i < bytes.length; i++) {
            if (i < 20 || i % 31 == 0) {
                mixture.peekAfter(supposed, 1 + i % supposed.length, probs);
                assertEquals(1, sum(), 1e-6);
            }
            assertEquals(undisturbed[i], mixture.observe(bytes[i]), "byte " + i);
        }
    }

    @Test
    void whatIsKnownIsLeftAsItWasToTheBit() {
        Mixture mixture = mixture(Size.FULL);
        Texts.costs(mixture, Texts.random(4, 15_000)); // the table is full: buckets are taken over while looking
        Snapshot before = saved(mixture);
        mixture.peekAfter(Texts.speech(5, 2000), 2000, probs);
        assertSame(before, saved(mixture));
    }

    /** With its context learned, another byte learned changes little. */
    @ParameterizedTest
    @EnumSource(names = {"MINI", "FULL"})
    void aByteSupposedIsFollowedByWhatFollowsItWhereItCame(Size size) {
        byte[] bytes = Texts.speech(6, 3000);
        Mixture mixture = mixture(size);
        float[] observed = new float[256];
        double difference = 0;
        int tried = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean looked = i > 2000 && i % 20 == 0;
            if (looked) {
                mixture.peekAfter(new byte[] {bytes[i]}, 1, probs);
            }
            mixture.observe(bytes[i]);
            if (looked) {
                mixture.peek(observed);
                tried++;
                for (int b = 0; b < 256; b++) {
                    difference += Math.abs(observed[b] - probs[b]);
                }
            }
        }
        assertTrue(difference / tried < 0.05, "mean distance: " + difference / tried);
    }

    @Test
    void textAndMatchesGoOnWithWhatIsSupposed() {
        Mixture mixture = mixture(Size.RICH);
        byte[] sentence = "a quick brown fox jumps over the lazy dog. ".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 30; i++) {
            Texts.costs(mixture, sentence);
        }
        for (int known = 8; known < sentence.length; known++) {
            mixture.peekAfter(sentence, known, probs);
            assertTrue(probs[sentence[known]] > 0.9, "byte " + known + ": " + probs[sentence[known]]);
        }
    }

    @Test
    void anotherExpertIsAskedOfTheSamePlace() {
        byte[] bytes = Texts.random(7, 4000);
        Mixture mixture = new Mixture(Size.MINI.config().megabytes(1), List.of(new Experts.Prophet(bytes, 0.9f)));
        Texts.costs(mixture, Arrays.copyOf(bytes, 3000));
        byte[] next = Arrays.copyOfRange(bytes, 3000, 4000);
        for (int known = 0; known < 50; known++) {
            mixture.peekAfter(next, known, probs);
            assertTrue(probs[next[known] & 0xff] > 0.5, "byte " + known + ": " + probs[next[known] & 0xff]);
        }
    }

    @Test
    void supposingLeavesNoGarbage() {
        Mixture mixture = mixture(Size.LEAN);
        Texts.costs(mixture, Texts.speech(1, 1000));
        byte[] supposed = Texts.speech(9, 1000);
        mixture.peekAfter(supposed, supposed.length, probs);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            long before = THREAD.getCurrentThreadAllocatedBytes();
            for (int known = 0; known < 40; known++) {
                mixture.peekAfter(supposed, known * 25, probs);
            }
            least = Math.min(least, THREAD.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least);
    }

    private double sum() {
        double sum = 0;
        for (float p : probs) {
            sum += p;
        }
        return sum;
    }

    /** Beside the counts an expert who counts single bytes only. */
    private static Mixture mixture(Size size) {
        return Mixture.withCountsScore(
                size.config().megabytes(1), List.of(new Experts.Frequencies()), JavaBackend.alone());
    }

    private static Snapshot saved(Mixture mixture) {
        Snapshot snapshot = new Snapshot();
        mixture.save(snapshot);
        return snapshot;
    }

    private static void assertSame(Snapshot expected, Snapshot found) {
        assertEquals(expected.arrays().keySet(), found.arrays().keySet());
        expected.arrays().forEach((name, array) -> {
            if (array instanceof float[] floats) {
                assertArrayEquals(floats, found.floats(name), name);
            } else if (array instanceof int[] ints) {
                assertArrayEquals(ints, found.ints(name), name);
            } else if (array instanceof byte[] bytes) {
                assertArrayEquals(bytes, found.bytes(name), name);
            }
        });
    }
}
