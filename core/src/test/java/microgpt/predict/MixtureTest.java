package microgpt.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import microgpt.compute.JavaBackend;
import microgpt.numeric.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The smallest size and the largest, which contains the others. */
class MixtureTest {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @EnumSource(names = {"MINI", "FULL"})
    void changingAByteChangesNoCostBeforeIt(Size size) {
        byte[] bytes = Texts.speech(1, 1500);
        double[] costs = Texts.costs(withAnother(size), bytes);
        for (int changed : new int[] {0, 17, 800, 1499}) {
            double[] others = Texts.costs(withAnother(size), Texts.changedFrom(bytes, changed));
            assertArrayEquals(Arrays.copyOf(costs, changed), Arrays.copyOf(others, changed), "byte " + changed);
            assertNotEquals(costs[changed], others[changed], "the changed byte costs something else");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MINI", "FULL"})
    void peekingForetellsExactlyWhatIsCharged(Size size) {
        byte[] bytes = Texts.speech(2, 600);
        Mixture mixture = withAnother(size);
        double[] undisturbed = Texts.costs(withAnother(size), bytes);
        float[] probs = new float[256];
        for (int i = 0; i < bytes.length; i++) {
            if (i < 40 || i % 29 == 0) {
                mixture.peek(probs);
                double sum = 0;
                for (float p : probs) {
                    sum += p;
                }
                assertEquals(1, sum, 1e-6);
                assertEquals(undisturbed[i], Chance.bits(probs[bytes[i]]), 1e-5, "byte " + i);
            }
            assertEquals(undisturbed[i], mixture.observe(bytes[i]), "looking changed the charge of byte " + i);
        }
    }

    @Test
    void anExpertWhoKnowsBetterAfterALookIsAskedAgain() {
        byte[] bytes = Texts.random(12, 400);
        Experts.Fickle fickle = new Experts.Fickle();
        Experts.Fickle steady = new Experts.Fickle();
        Mixture looking = new Mixture(Size.LEAN.config().megabytes(1), List.of(fickle));
        Mixture undisturbed = new Mixture(Size.LEAN.config().megabytes(1), List.of(steady));
        float[] probs = new float[256];
        for (byte b : bytes) {
            int next = b & 0xff;
            fickle.prefer(next ^ 1);
            looking.chance();
            looking.peek(probs);
            fickle.prefer(next);
            looking.peek(probs);
            steady.prefer(next);
            double charged = undisturbed.observe(next);
            assertEquals(charged, Chance.bits(probs[next]), 1e-5);
            assertEquals(charged, looking.observe(next));
        }
    }

    @Test
    void peekingLeavesEverythingThatWasLearnedToTheBit() {
        Mixture mixture = withAnother(Size.FULL);
        Texts.costs(mixture, Texts.random(4, 15_000)); // the table is full: buckets are taken over while looking
        Snapshot before = saved(mixture);
        mixture.peek(new float[256]);
        assertSame(before, saved(mixture));
    }

    @ParameterizedTest
    @EnumSource(names = {"MINI", "FULL"})
    void whatIsRestoredGoesOnToTheBit(Size size) {
        byte[] bytes = Texts.speech(3, 2000);
        double[] expected = Texts.costs(withAnother(size), bytes);
        Mixture first = withAnother(size);
        Texts.costs(first, Arrays.copyOf(bytes, 1234));
        Mixture second = withAnother(size);
        Texts.costs(second, Texts.random(1, 100));
        second.restore(saved(first));
        assertSame(saved(first), saved(second));
        double[] rest = Texts.costs(second, Arrays.copyOfRange(bytes, 1234, 2000));
        assertArrayEquals(Arrays.copyOfRange(expected, 1234, 2000), rest);
    }

    @Test
    void onlyWhatWasTouchedIsSaved() {
        Mixture mixture = new Mixture(Size.RICH.config().megabytes(16));
        assertTrue(bytes(saved(mixture)) < 500_000, "saved: " + bytes(saved(mixture)));
        Texts.costs(mixture, Texts.speech(4, 10_000));
        assertTrue(bytes(saved(mixture)) < 2_500_000, "saved: " + bytes(saved(mixture)));
    }

    @Test
    void aSpoiledArrayIsRefusedOrHarmless() {
        Mixture mixture = mixture(Size.FULL);
        Texts.costs(mixture, Texts.speech(5, 300));
        Snapshot good = saved(mixture);
        Mixture found = mixture(Size.FULL);
        int tried = 0;
        int refused = 0;
        for (String name : good.arrays().keySet()) {
            try {
                found.restore(spoiled(good, name, tried++ % 3));
                Texts.costs(found, Texts.speech(6, 20));
            } catch (IllegalArgumentException e) {
                refused++;
            }
        }
        assertTrue(refused > tried / 2, "refused: " + refused + " of " + tried);
    }

    /** The same, but the array of that name is spoiled at its start, in its middle, or cut. */
    private static Snapshot spoiled(Snapshot good, String name, int place) {
        Snapshot spoiled = new Snapshot();
        spoiled.arrays().putAll(good.arrays());
        Object array = good.arrays().get(name);
        if (array instanceof byte[] bytes) {
            byte[] changed = Arrays.copyOf(bytes, place == 2 ? bytes.length / 2 : bytes.length);
            changed[place == 1 ? bytes.length / 2 : 0] ^= 0x55;
            spoiled.put(name, changed);
        } else if (array instanceof int[] ints) {
            int[] changed = Arrays.copyOf(ints, place == 2 ? ints.length - 1 : ints.length);
            Arrays.fill(changed, place == 1 ? Integer.MIN_VALUE : Integer.MAX_VALUE);
            spoiled.put(name, changed);
        } else if (array instanceof float[] floats) {
            float[] changed = Arrays.copyOf(floats, place == 2 ? floats.length - 1 : floats.length);
            Arrays.fill(changed, place == 1 ? -1 : Float.NaN);
            spoiled.put(name, changed);
        } else {
            spoiled.put(name, place == 0 ? new long[] {-1} : new long[] {Long.MAX_VALUE, 3});
        }
        return spoiled;
    }

    private static long bytes(Snapshot snapshot) {
        long bytes = 0;
        for (Object array : snapshot.arrays().values()) {
            bytes += array instanceof byte[] some
                    ? some.length
                    : array instanceof int[] ints ? 4L * ints.length : array instanceof float[] f ? 4L * f.length : 8;
        }
        return bytes;
    }

    @Test
    void nothingIsSavedInsideAByte() {
        Mixture mixture = mini();
        mixture.learn(1);
        Exception thrown = assertThrows(IllegalStateException.class, () -> mixture.save(new Snapshot()));
        assertEquals("expected to stand between two bytes, found 1 bits known", thrown.getMessage());
    }

    @Test
    void whatWasSavedByAnotherRecipeIsRefused() {
        Snapshot saved = saved(mini());
        Mixture larger = new Mixture(Size.MINI.config().megabytes(2));
        Exception thrown = assertThrows(IllegalArgumentException.class, () -> larger.restore(saved));
        assertEquals("the saved text keeps 262144 bytes, expected 524288", thrown.getMessage());
    }

    @ParameterizedTest
    @EnumSource(names = {"MINI", "FULL"})
    void theFirstByteCostsAboutEightBits(Size size) {
        assertEquals(8, mixture(size).observe('x'), 0.5);
    }

    @Test
    void randomBytesCannotBePredicted() {
        double mean = Texts.mean(mixture(Size.RICH), Texts.random(9, 20_000));
        assertTrue(mean > 8 && mean < 8.05, "bits per byte: " + mean);
    }

    @Test
    void zerosSoonCostNextToNothing() {
        Mixture mixture = mixture(Size.RICH);
        Texts.costs(mixture, new byte[10_000]);
        assertTrue(mixture.observe(0) < 0.001);
    }

    /** 1000 random bytes ten times: 0.8 bits per byte would pay for the first time alone. */
    @Test
    void whatIsRepeatedIsRememberedAtOnce() {
        byte[] once = Texts.random(5, 1000);
        byte[] often = new byte[10_000];
        for (int i = 0; i < often.length; i++) {
            often[i] = once[i % once.length];
        }
        double mean = Texts.mean(mixture(Size.RICH), often);
        assertTrue(mean > 0.8 && mean < 0.82, "bits per byte: " + mean);
    }

    @Test
    void eachLargerSizePredictsBetter() {
        byte[] bytes = Texts.speech(6, 20_000);
        double mini = Texts.mean(mini(), bytes);
        double lean = Texts.mean(mixture(Size.LEAN), bytes);
        double rich = Texts.mean(mixture(Size.RICH), bytes);
        assertTrue(mini < 1.3 && lean < mini && rich < lean, mini + " " + lean + " " + rich);
    }

    @Test
    void anExpertWhoKnowsIsSoonBelieved() {
        byte[] bytes = Texts.random(7, 3000);
        Experts.Prophet prophet = new Experts.Prophet(bytes, 0.9f);
        Mixture mixture = new Mixture(Size.MINI.config().megabytes(1), List.of(prophet));
        double mean = Texts.mean(mixture, bytes);
        assertTrue(mean < 0.35, "bits per byte: " + mean);
        assertEquals(bytes.length, prophet.told(), "the expert was told every byte");
    }

    @Test
    void aMixtureIsAnExpertOfAnother() {
        byte[] bytes = Texts.speech(8, 1500);
        Mixture inner = mini();
        Mixture outer = new Mixture(expertsAlone(), List.of(inner));
        assertTrue(Texts.mean(outer, bytes) < 3);
    }

    @Test
    void bytesLeaveNoGarbage() {
        Mixture mixture = withAnother(Size.FULL);
        byte[] bytes = Texts.speech(1, 1000);
        Runnable read = () -> {
            for (byte b : bytes) {
                mixture.observe(b);
            }
        };
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            long before = THREAD.getCurrentThreadAllocatedBytes();
            read.run();
            least = Math.min(least, THREAD.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least);
    }

    @Test
    void anImpossibleRecipeIsRefused() {
        MixtureConfig good = Size.MINI.config();
        Exception thrown = assertThrows(IllegalArgumentException.class, () -> good.megabytes(48));
        assertEquals("megabytes must be a power of two from 1 to 1024, found 48", thrown.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> new MixtureConfig(
                        good.contexts(), good.evidence(), good.sets(), good.secondSets(), good.stages(), 3, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new MixtureConfig(
                        good.contexts(),
                        good.evidence(),
                        List.of(WeightSet.OTHERS_OPINION),
                        good.secondSets(),
                        good.stages(),
                        1,
                        1));
    }

    private static Mixture mini() {
        return mixture(Size.MINI);
    }

    private static Mixture mixture(Size size) {
        return new Mixture(size.config().megabytes(1));
    }

    /** Beside the counts an expert who counts single bytes only. */
    private static Mixture withAnother(Size size) {
        MixtureConfig config = size.config().megabytes(1);
        return Mixture.withCountsScore(config, List.of(new Experts.Frequencies()), JavaBackend.alone());
    }

    private static MixtureConfig expertsAlone() {
        MixtureConfig mini = Size.MINI.config();
        return new MixtureConfig(List.of(), List.of(), mini.sets(), mini.secondSets(), List.of(Stage.FINAL_MAPS), 0, 1);
    }

    private static Snapshot saved(Mixture mixture) {
        Snapshot snapshot = new Snapshot();
        mixture.save(snapshot);
        return snapshot;
    }

    private static void assertSame(Snapshot expected, Snapshot found) {
        expected.arrays().forEach((name, array) -> {
            if (array instanceof float[] floats) {
                assertArrayEquals(floats, found.floats(name), name);
            } else if (array instanceof int[] ints) {
                assertArrayEquals(ints, found.ints(name), name);
            } else if (array instanceof byte[] bytes) {
                assertArrayEquals(bytes, found.bytes(name), name);
            }
        });
        assertEquals(expected.arrays().keySet(), found.arrays().keySet());
    }
}
