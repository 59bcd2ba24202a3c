package microgpt.names;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import microgpt.numeric.MulberryDraws;
import org.junit.jupiter.api.Test;

class NameSamplerTest {
    private static final double[] LOGITS = {0, Math.log(4), Math.log(2), Math.log(1)};

    @Test
    void temperatureDividesLogits() {
        assertArrayEquals(
                new double[] {1 / 22.0, 16 / 22.0, 4 / 22.0, 1 / 22.0},
                new NameSampler(0.5, 0, 1, "").probabilities(LOGITS),
                1e-15);
    }

    @Test
    void temperatureZeroTakesTheLikeliest() {
        NameSampler greedy = new NameSampler(0, 0, 1, "");
        double[] chances = greedy.probabilities(LOGITS);
        assertArrayEquals(new double[] {0, 1, 0, 0}, chances);
        assertEquals(1, greedy.choose(chances, new MulberryDraws(1)));
    }

    @Test
    void topKKeepsOfEqualsTheFirst() {
        assertArrayEquals(
                new double[] {1 / 7.0, 4 / 7.0, 2 / 7.0, 0}, new NameSampler(1, 3, 1, "").probabilities(LOGITS), 1e-15);
    }

    @Test
    void topPKeepsTheFewestThatReachIt() {
        assertArrayEquals(
                new double[] {0, 4 / 6.0, 2 / 6.0, 0}, new NameSampler(1, 0, 0.6, "").probabilities(LOGITS), 1e-15);
        assertArrayEquals(new double[] {0, 1, 0, 0}, new NameSampler(1, 0, 1e-9, "").probabilities(LOGITS), 1e-15);
    }

    @Test
    void aLogitThatIsNoNumberIsNamed() {
        assertEquals(
                "logit NaN of token 1 must be finite",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> NameSampler.DEFAULT.probabilities(new double[] {0, Double.NaN}))
                        .getMessage());
    }

    @Test
    void impossibleValuesAreNamed() {
        assertEquals(
                "temperature -1.0 must be 0 or more",
                assertThrows(IllegalArgumentException.class, () -> new NameSampler(-1, 0, 1, ""))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new NameSampler(1, -1, 1, ""));
        assertThrows(IllegalArgumentException.class, () -> new NameSampler(1, 0, 0, ""));
    }
}
