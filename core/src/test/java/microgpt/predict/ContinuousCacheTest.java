package microgpt.predict;

import static microgpt.predict.StateStream.CHANNELS;
import static microgpt.predict.StateStream.LEARNING;
import static microgpt.predict.StateStream.ON;
import static microgpt.predict.StateStream.STRIDE;
import static microgpt.predict.StateStream.cache;
import static microgpt.predict.StateStream.doubles;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import microgpt.model.Decoder;
import microgpt.model.Gpt;
import microgpt.model.ModelConfig;
import microgpt.model.Shapes;
import microgpt.model.Weights;
import microgpt.predict.ContinuousCache.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContinuousCacheTest {
    @Test
    void itSaysWhatTheFormulaSaysOverThreeTurnsOfTheRing() {
        StateStream stream = new StateStream(1, 450);
        Settings settings = new Settings(true, 100, 0.4, 0.3, 0);
        float[][] found = stream.read(cache(settings), 0, 450, STRIDE);
        for (int t = 0; t < 450; t++) {
            assertArrayEquals(stream.expected(settings, t), doubles(found[t]), 1e-6, "byte " + t);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 33})
    void itSaysTheSameToTheBitHoweverManyStatesAreHandedOverAtOnce(int stride) {
        StateStream stream = new StateStream(2, 500);
        float[][] expected = stream.read(cache(LEARNING), 0, 500, STRIDE);
        assertArrayEquals(expected, stream.read(cache(LEARNING), 0, 500, stride));
    }

    /** Windows of 8 bytes of context and 8 new ones, as an engine computes them and as a decoder must. */
    @Test
    void aDecoderThatReadsAByteAtATimeIsToldTheSameToTheBit() {
        ModelConfig config = Shapes.online(2, 16, 16);
        Weights weights = Shapes.shaken(config, ON, 1);
        Gpt gpt = new Gpt(config, ON, 1);
        Decoder decoder = gpt.decoder(weights);
        ContinuousCache forced = new ContinuousCache(LEARNING, ON, 16, 8);
        ContinuousCache decoding = new ContinuousCache(LEARNING, ON, 16, 8);
        int[] inputs = Shapes.tokens(65, 256, 2);
        float[] expected = new float[256];
        float[] found = new float[256];
        for (int first = 0; first < 64; first += 8) {
            int context = Math.min(first, 8);
            int[] window = Arrays.copyOfRange(inputs, first - context, first + 9);
            int[] targets = Arrays.copyOfRange(window, 1, window.length);
            gpt.forward(weights, window, targets, new float[16], 1, context + 8);
            forced.states(gpt.activations().headInput(), context, 8);
            decoder.forget();
            for (int i = 0; i < context + 8; i++) {
                decoder.read(window[i]);
                if (i >= context) {
                    gpt.activations().readProbs(i, expected, 0, 256);
                    gpt.activations().readProbs(i, found, 0, 256);
                    forced.mix(expected);
                    decoding.states(decoder.headInput(), 0, 1);
                    decoding.mix(found);
                    assertArrayEquals(expected, found);
                    forced.observe(targets[i]);
                    decoding.observe(targets[i]);
                }
            }
        }
        assertEquals(forced.share(), decoding.share());
        assertNotEquals(0.2f, forced.share());
    }

    @Test
    void lookingAheadChangesNothing() {
        StateStream stream = new StateStream(2, 200);
        ContinuousCache cache = cache(LEARNING);
        float[][] expected = stream.read(cache(LEARNING), 0, 200, STRIDE);
        for (int t = 0; t < 200; t += STRIDE) {
            cache.states(stream.hidden, t, 1);
            for (int again = 0; again < 2; again++) {
                float[] peeked = stream.said(t);
                cache.mix(peeked);
                assertArrayEquals(expected[t], peeked);
            }
            float[][] rows = stream.read(cache, t, t + STRIDE, STRIDE);
            assertArrayEquals(Arrays.copyOfRange(expected, t, t + STRIDE), rows);
        }
    }

    @Test
    void everyDistributionSumsToOne() {
        StateStream stream = new StateStream(3, 400);
        for (Settings settings : List.of(LEARNING, new Settings(true, 50, 100, 0.99, 0))) {
            for (float[] probs : stream.read(cache(settings), 0, 400, STRIDE)) {
                double sum = 0;
                for (float p : probs) {
                    assertTrue(p >= 0 && p <= 1, "a chance of " + p);
                    sum += p;
                }
                assertEquals(1, sum, 1e-6);
            }
        }
    }

    @Test
    void changingAByteChangesNothingThatWasSaidUpToIt() {
        StateStream stream = new StateStream(4, 300);
        float[][] before = stream.read(cache(LEARNING), 0, 300, STRIDE);
        for (int changed : new int[] {0, 1, 57, 299}) {
            StateStream other = stream.changedFrom(changed);
            float[][] after = other.read(cache(LEARNING), 0, 300, STRIDE);
            int same = changed + 1;
            assertArrayEquals(Arrays.copyOf(before, same), Arrays.copyOf(after, same), "byte " + changed);
            if (same < 300) {
                assertNotEquals(Arrays.toString(before[same]), Arrays.toString(after[same]));
            }
        }
    }

    @Test
    void switchedOffOrWithoutWeightItLeavesEveryBitAlone() {
        StateStream stream = new StateStream(5, 100);
        for (Settings settings :
                List.of(new Settings(false, 100, 0.5, 0.2, 0.3), new Settings(true, 100, 0.5, 0, 0.3))) {
            float[][] found = stream.read(cache(settings), 0, 100, STRIDE);
            for (int t = 0; t < 100; t++) {
                assertArrayEquals(stream.said(t), found[t]);
            }
        }
    }

    @Test
    void withoutThetaItCountsTheBytesOfTheWindow() {
        StateStream stream = new StateStream(6, 200);
        ContinuousCache cache = cache(new Settings(true, 64, 0, 0.5, 0));
        stream.read(cache, 0, 190, STRIDE);
        cache.states(stream.hidden, 190, 1);
        cache.mix(stream.said(190));
        float[] counts = new float[256];
        for (int i = 190 - 64; i < 190; i++) {
            counts[stream.bytes[i] & 0xff] += 1 / 64f;
        }
        for (int b = 0; b < 256; b++) {
            assertEquals(counts[b], cache.recalled(b), 1e-6);
        }
    }

    /** States of one channel each: a large theta sees those of the same channel alone. */
    @Test
    void aLargeThetaCountsWhatFollowedTheSameStateOnly() {
        float[] states = new float[7 * CHANNELS];
        int[] channels = {0, 1, 0, 0, 2, 0, 0};
        byte[] bytes = {'a', 'b', 'a', 'c', 'd', 'c', 'x'};
        for (int t = 0; t < 7; t++) {
            states[t * CHANNELS + channels[t]] = 1;
        }
        ContinuousCache cache = cache(new Settings(true, 4, 100, 0.5, 0));
        StateStream stream = new StateStream(bytes, states);
        stream.read(cache, 0, 6, STRIDE);
        cache.states(stream.hidden, 6, 1);
        cache.mix(stream.said(6));
        assertEquals(1 / 3f, cache.recalled('a'), 1e-6, "the window begins after the first a");
        assertEquals(2 / 3f, cache.recalled('c'), 1e-6);
        assertEquals(0, cache.recalled('d'), 1e-6);
        assertEquals(
                List.of(5L, 3L, 2L),
                cache.neighbours(9).stream().map(Neighbour::position).toList());
        assertEquals(new Neighbour(5, 'c', 1 / 3.0), cache.neighbours(1).get(0));
    }

    /** 60 random bytes again and again, the transformer knowing nothing: a longer window knows all of the second round. */
    @Test
    void aPeriodIsForetoldIfTheWindowHoldsIt() {
        StateStream stream = StateStream.ofPeriod(7, 60, 600);
        double expected = -Math.log(0.5 + 0.5 / 256) / Math.log(2);
        assertEquals(expected, stream.bits(cache(new Settings(true, 61, 100, 0.5, 0)), 60, 600), 1e-3);
        assertTrue(stream.bits(cache(new Settings(true, 59, 100, 0.5, 0)), 60, 600) > 8);
        double learned = stream.bits(cache(new Settings(true, 61, 100, 0.5, 1)), 60, 600);
        assertTrue(learned < 0.2, "a share that is learned grows: " + learned + " bits");
    }

    @Test
    void whatIsLearnedFollowsWhoIsRight() {
        StateStream random = new StateStream(8, 400);
        ContinuousCache cache = cache(LEARNING);
        assertEquals(0.2f, cache.share(), 1e-6f);
        random.read(cache, 0, 400, STRIDE);
        float low = cache.share();
        assertTrue(low < 0.15, "a cache of random bytes knows nothing: " + low);
        assertTrue(cache.theta() < 0.4, "and is less wrong the less it is sure: " + cache.theta());
        cache.tune(new Settings(true, 100, 0.5, 0.2, 0));
        assertEquals(0.2f, cache.share());
        assertEquals(0.5f, cache.theta());
        cache.tune(LEARNING);
        assertEquals(low, cache.share(), "what was learned is not lost");
        cache.tune(new Settings(true, 100, 0.5, 0.5, 0.3));
        assertEquals(0.5f, cache.share(), "another weight is where it starts again");
    }
}
