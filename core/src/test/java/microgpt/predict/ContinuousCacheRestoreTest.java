package microgpt.predict;

import static microgpt.predict.StateStream.LEARNING;
import static microgpt.predict.StateStream.ON;
import static microgpt.predict.StateStream.STRIDE;
import static microgpt.predict.StateStream.cache;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import microgpt.compute.Tensor;
import microgpt.numeric.Snapshot;
import microgpt.predict.ContinuousCache.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContinuousCacheRestoreTest {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void whileSwitchedOffItGoesOnRemembering() {
        StateStream stream = new StateStream(9, 200);
        Settings on = new Settings(true, 100, 0.5, 0.2, 0);
        ContinuousCache cache = cache(new Settings(false, 100, 0.5, 0.2, 0));
        stream.read(cache, 0, 120, STRIDE);
        cache.tune(on);
        float[][] expected = stream.read(cache(on), 0, 200, STRIDE);
        assertArrayEquals(Arrays.copyOfRange(expected, 120, 200), stream.read(cache, 120, 200, STRIDE));
    }

    @Test
    void aSmallerWindowSeesLessAndForgetsNothing() {
        StateStream stream = new StateStream(10, 300);
        ContinuousCache cache = cache(LEARNING);
        cache.tune(new Settings(true, 30, 0.5, 0.2, 0.3));
        float[][] narrow = stream.read(cache(new Settings(true, 30, 0.5, 0.2, 0.3)), 0, 200, STRIDE);
        assertArrayEquals(narrow, stream.read(cache, 0, 200, STRIDE));
        cache.tune(new Settings(true, 100, 0.5, 0.2, 0));
        float[][] wide = stream.read(cache(new Settings(true, 100, 0.5, 0.2, 0)), 0, 300, STRIDE);
        assertArrayEquals(Arrays.copyOfRange(wide, 200, 300), stream.read(cache, 200, 300, STRIDE));
        Exception thrown =
                assertThrows(IllegalArgumentException.class, () -> cache.tune(new Settings(true, 101, 0.5, 0.2, 0.3)));
        assertEquals("window 101 must be at most 100, as at the start", thrown.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 33, 80, 240})
    void whatIsRestoredGoesOnToTheBit(int at) {
        StateStream stream = new StateStream(11, 300);
        float[][] expected = stream.read(cache(LEARNING), 0, 300, STRIDE);
        ContinuousCache first = cache(LEARNING);
        stream.read(first, 0, at, STRIDE);
        ContinuousCache second = cache(LEARNING);
        new StateStream(12, 250).read(second, 0, 250, STRIDE);
        second.restore(saved(first), at);
        float[][] rest = stream.read(second, at, 300, STRIDE);
        assertArrayEquals(Arrays.copyOfRange(expected, at, 300), rest);
    }

    @Test
    void aSmallerCacheTakesTheLatestOfWhatALargerOneSaved() {
        StateStream stream = new StateStream(13, 300);
        Settings narrow = new Settings(true, 30, 0.5, 0.2, 0);
        ContinuousCache large = cache(LEARNING);
        stream.read(large, 0, 200, STRIDE);
        ContinuousCache small = cache(narrow);
        small.restore(saved(large), 200);
        float[][] expected = stream.read(cache(narrow), 0, 300, STRIDE);
        assertArrayEquals(Arrays.copyOfRange(expected, 200, 300), stream.read(small, 200, 300, STRIDE));
    }

    @Test
    void whatCannotHaveBeenSavedIsRefused() {
        ContinuousCache cache = cache(LEARNING);
        new StateStream(14, 50).read(cache, 0, 50, STRIDE);
        assertRefused("position holds 50 at 0, expected 51", saved(cache), 51);
        Snapshot wrong = saved(cache);
        wrong.put("followed", new byte[51]);
        assertRefused("a cache of 51 positions, expected at most 50 as were read", wrong, 50);
        wrong = saved(cache);
        wrong.put("followed", new byte[49]);
        assertRefused("states holds 600 values, expected 588", wrong, 50);
        wrong = saved(cache);
        wrong.floats("states")[3] = Float.NaN;
        assertRefused("states holds NaN at 3, expected a finite number", wrong, 50);
    }

    @Test
    void itCanBeginAnywhereInAStream() {
        StateStream stream = new StateStream(15, 200);
        ContinuousCache cache = cache(LEARNING);
        new StateStream(16, 70).read(cache, 0, 70, STRIDE);
        cache.startAt(100);
        assertEquals(List.of(), cache.neighbours(3));
        stream.read(cache, 100, 120, STRIDE);
        List<Neighbour> nearest = cache.neighbours(200);
        assertEquals(19, nearest.size());
        for (Neighbour one : nearest) {
            assertEquals(stream.bytes[(int) one.position()] & 0xff, one.value());
        }
        assertEquals(1, nearest.stream().mapToDouble(Neighbour::share).sum(), 1e-6);
    }

    @Test
    void callsOutOfTurnAreRefused() {
        ContinuousCache cache = cache(LEARNING);
        String noState = "expected the state that byte 0 is predicted from";
        assertEquals(
                noState,
                assertThrows(IllegalStateException.class, () -> cache.observe(1))
                        .getMessage());
        assertThrows(IllegalStateException.class, () -> cache.mix(new float[256]));
        StateStream stream = new StateStream(17, 50);
        stream.read(cache, 0, 1, 1);
        cache.states(stream.hidden, 1, 1);
        assertEquals(
                "expected the prediction of byte 1 to be mixed before",
                assertThrows(IllegalStateException.class, () -> cache.observe(1))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> cache.states(stream.hidden, 0, STRIDE + 1));
        assertThrows(IllegalArgumentException.class, () -> cache.states(stream.hidden, 49, 2));
        Tensor narrow = new Tensor(ON.allocate(12), 0, 2, 6);
        assertEquals(
                "states must have 12 channels, found 6",
                assertThrows(IllegalArgumentException.class, () -> cache.states(narrow, 0, 1))
                        .getMessage());
    }

    @Test
    void bytesLeaveNoGarbage() {
        StateStream stream = new StateStream(18, 400);
        ContinuousCache cache = cache(LEARNING);
        float[] probs = new float[256];
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            long before = THREAD.getCurrentThreadAllocatedBytes();
            for (int t = 0; t < 400; t += STRIDE) {
                cache.states(stream.hidden, t, STRIDE);
                for (int i = 0; i < STRIDE; i++) {
                    Arrays.fill(probs, 1 / 256f);
                    cache.mix(probs);
                    cache.observe(stream.bytes[t + i] & 0xff);
                }
            }
            least = Math.min(least, THREAD.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least);
    }

    @Test
    void itTakesTheMemoryThatItsSettingsAnnounce() {
        Settings settings = new Settings(true, 2000, 0.3, 0.2, 0.2);
        // 2032 states of 64 floats, 32 once more as queries and as they came; scores; a score and a byte for each
        long expected = 4L * (2032 * 64 + 2 * 32 * 64 + 32 * 2032) + 5 * 2032;
        assertEquals(expected, settings.memoryBytes(64, 32));
        assertEquals(expected, new ContinuousCache(settings, ON, 64, 32).memoryBytes());
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertRefused("window 0 must be from 1 to 65536", 0, 1, 0, 0);
        assertRefused("window 65537 must be from 1 to 65536", 65_537, 1, 0, 0);
        assertRefused("theta -0.1 must be from 0 to 100", 1, -0.1, 0, 0);
        assertRefused("weight 1.0 must be from 0 to 0.99", 1, 0, 1, 0);
        assertRefused("rate NaN must be from 0 to 10", 1, 0, 0, Double.NaN);
    }

    private static void assertRefused(String message, int window, double theta, double weight, double rate) {
        Exception thrown =
                assertThrows(IllegalArgumentException.class, () -> new Settings(true, window, theta, weight, rate));
        assertEquals(message, thrown.getMessage());
    }

    private static void assertRefused(String message, Snapshot snapshot, long position) {
        Exception thrown = assertThrows(
                IllegalArgumentException.class, () -> cache(LEARNING).restore(snapshot, position));
        assertEquals(message, thrown.getMessage());
    }

    private static Snapshot saved(ContinuousCache cache) {
        Snapshot snapshot = new Snapshot();
        cache.save(snapshot);
        return snapshot;
    }
}
