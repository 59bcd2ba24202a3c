package microgpt.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.numeric.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SamplerTest {
    /** Softmax: 0.1, 0.4, 0.05, 0.2, 0.25. */
    private static final float[] LOGITS = logits(0.1, 0.4, 0.05, 0.2, 0.25);

    private static final int DRAWS = 20_000;

    private static float[] logits(double... probabilities) {
        float[] logits = new float[probabilities.length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) (Math.log(probabilities[i]) + 3);
        }
        return logits;
    }

    private static int[] histogram(Sampler sampler, float... logits) {
        int[] counts = new int[logits.length];
        for (int i = 0; i < DRAWS; i++) {
            counts[sampler.sample(logits)]++;
        }
        return counts;
    }

    /** Chi-square against {@code expected}, with tokens of probability 0 never drawn: below the 0.1 % critical value. */
    private static void assertDistributed(int[] counts, double... expected) {
        double[] critical = {0, 10.83, 13.82, 16.27, 18.47};
        double chiSquare = 0;
        int freedom = -1;
        for (int i = 0; i < expected.length; i++) {
            if (expected[i] == 0) {
                assertEquals(0, counts[i], "draws of token " + i);
                continue;
            }
            double mean = expected[i] * DRAWS;
            chiSquare += (counts[i] - mean) * (counts[i] - mean) / mean;
            freedom++;
        }
        assertTrue(chiSquare <= critical[freedom], "chi-square " + chiSquare + " with " + freedom + " degrees");
    }

    private static Sampler sampler(double temperature, int topK, double topP) {
        return Sampler.of(temperature, topK, topP, Rng.seeded(42));
    }

    @Test
    void tokensAreDrawnInProportion() {
        assertDistributed(histogram(sampler(1, 0, 1), LOGITS), 0.1, 0.4, 0.05, 0.2, 0.25);
    }

    @Test
    void temperatureIsAPowerOfTheProbabilities() {
        double sum = 0.01 + 0.16 + 0.0025 + 0.04 + 0.0625;
        assertDistributed(
                histogram(sampler(0.5, 0, 1), LOGITS), 0.01 / sum, 0.16 / sum, 0.0025 / sum, 0.04 / sum, 0.0625 / sum);
    }

    @Test
    void topKKeepsExactlyTheLikeliest() {
        assertDistributed(histogram(sampler(1, 2, 1), LOGITS), 0, 0.4 / 0.65, 0, 0, 0.25 / 0.65);
        assertDistributed(histogram(sampler(1, 1, 1), LOGITS), 0, 1, 0, 0, 0);
        assertDistributed(histogram(sampler(1, 99, 1), LOGITS), 0.1, 0.4, 0.05, 0.2, 0.25);
    }

    @Test
    void ofEquallyLikelyTokensTopKKeepsTheFirst() {
        assertDistributed(histogram(sampler(1, 2, 1), 0f, -0f, 0f, -1f), 0.5, 0.5, 0, 0);
    }

    @Test
    void topPKeepsTheFewestThatReachIt() {
        assertDistributed(histogram(sampler(1, 0, 0.6), LOGITS), 0, 0.4 / 0.65, 0, 0, 0.25 / 0.65);
        assertDistributed(histogram(sampler(1, 0, 0.7), LOGITS), 0, 0.4 / 0.85, 0, 0.2 / 0.85, 0.25 / 0.85);
        assertDistributed(histogram(sampler(1, 0, 1e-9), LOGITS), 0, 1, 0, 0, 0);
    }

    @Test
    void topPLooksAtWhatTopKAndTemperatureLeave() {
        // of 0.4, 0.25, 0.2 the first holds 0.47 and the first two 0.76
        assertDistributed(histogram(sampler(1, 3, 0.7), LOGITS), 0, 0.4 / 0.65, 0, 0, 0.25 / 0.65);
        // squared: 0.16 of 0.275 is 0.58
        assertDistributed(histogram(sampler(0.5, 0, 0.5), LOGITS), 0, 1, 0, 0, 0);
    }

    @Test
    void temperatureZeroIsGreedyAndSmallOnesApproachIt() {
        assertEquals(Sampler.GREEDY, sampler(0, 3, 0.5));
        assertEquals(1, Sampler.GREEDY.sample(LOGITS));
        assertEquals(1, Sampler.GREEDY.sample(new float[] {0, 2, 2, 1}));
        assertDistributed(histogram(sampler(1e-3, 0, 1), LOGITS), 0, 1, 0, 0, 0);
        assertDistributed(histogram(sampler(Double.MIN_VALUE, 0, 1), LOGITS), 0, 1, 0, 0, 0);
        assertDistributed(histogram(sampler(1e-300, 0, 1), 1f, 5f, 5f), 0, 0.5, 0.5);
    }

    @Test
    void extremeLogitsAreNoTrouble() {
        float inf = Float.POSITIVE_INFINITY;
        assertDistributed(histogram(sampler(1, 0, 1), -Float.MAX_VALUE, Float.MAX_VALUE, -inf), 0, 1, 0);
        assertDistributed(histogram(sampler(1, 2, 0.9), -inf, -inf, -3e38f, -inf), 0, 0, 1, 0);
        assertDistributed(histogram(sampler(2, 0, 1), 1e30f, 1e30f, -1e30f), 0.5, 0.5, 0);
    }

    @Test
    void whatIsNoDistributionIsRefused() {
        Sampler drawing = sampler(1, 0, 1);
        for (Sampler sampler : new Sampler[] {Sampler.GREEDY, drawing}) {
            assertThrows(IllegalArgumentException.class, () -> sampler.sample(new float[] {0, Float.NaN}));
            assertThrows(IllegalArgumentException.class, () -> sampler.sample(new float[] {Float.POSITIVE_INFINITY}));
            assertThrows(IllegalArgumentException.class, () -> sampler.sample(new float[] {Float.NEGATIVE_INFINITY}));
            assertThrows(IllegalArgumentException.class, () -> sampler.sample(new float[0]));
        }
    }

    @Test
    void theSameSeedDrawsTheSameTokensAndLeavesTheLogitsAlone() {
        float[] logits = LOGITS.clone();
        assertArrayEquals(histogram(sampler(0.8, 4, 0.95), logits), histogram(sampler(0.8, 4, 0.95), logits));
        assertArrayEquals(LOGITS, logits);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-0.1 | 0 | 1   | temperature -0.1 must be 0 to 2",
                "2.5  | 0 | 1   | temperature 2.5 must be 0 to 2",
                "NaN  | 0 | 1   | temperature NaN must be 0 to 2",
                "1    | -1 | 1  | top_k -1 must be at least 1, or 0 for all",
                "1    | 0 | 0   | top_p 0.0 must be above 0 and at most 1",
                "1    | 0 | 1.1 | top_p 1.1 must be above 0 and at most 1",
            })
    void badSettingsAreRefusedByName(double temperature, int topK, double topP, String message) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> sampler(temperature, topK, topP));
        assertEquals(message, refusal.getMessage());
    }
}
