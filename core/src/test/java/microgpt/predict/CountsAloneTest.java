package microgpt.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import microgpt.compute.JavaBackend;
import microgpt.numeric.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CountsAloneTest {
    private static final byte[] BYTES = Texts.speech(21, 1500);

    @ParameterizedTest
    @EnumSource(names = {"MINI", "FULL"})
    void countsBesideOthersChargeWhatAMixtureOfCountsCharges(Size size) {
        double[] expected = Texts.costs(new Mixture(config(size)), BYTES);
        assertArrayEquals(expected, countsBits(scored(size), BYTES));
    }

    @ParameterizedTest
    @EnumSource(names = {"MINI", "FULL"})
    void keepingTheSecondScoreChangesNoChargeOfTheFirst(Size size) {
        Mixture without = new Mixture(config(size), others());
        double[] expected = Texts.costs(without, BYTES);
        assertArrayEquals(expected, Texts.costs(scored(size), BYTES));
        assertTrue(Double.isNaN(without.countsBits()));
    }

    @Test
    void peekingLeavesTheSecondScoreAlone() {
        double[] expected = countsBits(scored(Size.RICH), BYTES);
        Mixture looking = scored(Size.RICH);
        float[] probs = new float[256];
        for (int i = 0; i < BYTES.length; i++) {
            if (i % 50 < 2) {
                looking.peek(probs);
            }
            looking.observe(BYTES[i]);
            assertEquals(expected[i], looking.countsBits(), "byte " + i);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MINI", "FULL"})
    void theSecondScoreIsRestoredToTheBit(Size size) {
        double[] expected = countsBits(scored(size), BYTES);
        Mixture first = scored(size);
        Texts.costs(first, Arrays.copyOf(BYTES, 700));
        Snapshot saved = new Snapshot();
        first.save(saved);
        Mixture second = scored(size);
        second.restore(saved);
        double[] rest = countsBits(second, Arrays.copyOfRange(BYTES, 700, 1500));
        assertArrayEquals(Arrays.copyOfRange(expected, 700, 1500), rest);
    }

    @Test
    void everyOtherExpertIsChargedItsOwnPrediction() {
        Mixture mixture = scored(Size.MINI);
        double[] expected = Texts.costs(new Experts.Frequencies(), BYTES);
        assertTrue(Double.isNaN(mixture.otherBits(0)));
        for (int i = 0; i < BYTES.length; i++) {
            mixture.observe(BYTES[i]);
            assertEquals(expected[i], mixture.otherBits(0), 1e-3, "byte " + i);
        }
    }

    @Test
    void sharesAddUpToOne() {
        Mixture mixture = scored(Size.LEAN);
        assertTrue(Double.isNaN(mixture.countsShare()));
        for (byte b : BYTES) {
            mixture.observe(b);
            assertEquals(1, mixture.countsShare() + mixture.otherShare(0) + mixture.otherShare(1), 1e-9);
        }
    }

    @Test
    void anExpertWhoKnowsHasTheGreatestShare() {
        byte[] bytes = Texts.random(22, 2000);
        Mixture mixture =
                new Mixture(config(Size.MINI), List.of(new Experts.Prophet(bytes, 0.9f), new Experts.Frequencies()));
        Texts.costs(mixture, bytes);
        assertTrue(mixture.otherShare(0) > 0.8, "share: " + mixture.otherShare(0));
        assertTrue(mixture.otherShare(1) + mixture.countsShare() < 0.2);
    }

    private static MixtureConfig config(Size size) {
        return size.config().megabytes(1);
    }

    private static List<Expert> others() {
        return List.of(new Experts.Frequencies(), new Experts.Fickle());
    }

    private static Mixture scored(Size size) {
        return Mixture.withCountsScore(config(size), others(), JavaBackend.alone());
    }

    private static double[] countsBits(Mixture mixture, byte... bytes) {
        double[] bits = new double[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            mixture.observe(bytes[i]);
            bits[i] = mixture.countsBits();
        }
        return bits;
    }
}
