package microgpt.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import microgpt.numeric.Rng;
import microgpt.numeric.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedShareTest {
    /** What two experts gave to three bytes. */
    private static final double[][] KNOWN = {{0.9, 0.1}, {0.9, 0.1}, {0.1, 0.9}};

    @Test
    void withoutSharingItIsTheMixtureOfBayes() {
        FixedShare bayes = told(new FixedShare(2, 0), KNOWN);
        assertEquals(4.473931, bayes.bits(), 5e-7);
        assertEquals(0.9, bayes.weight(0), 1e-12);
        assertEquals(0.1, bayes.weight(1), 1e-12);
        double best = 3.625934; // of the first expert, who was right twice
        assertEquals(best + 1, bayes.bound(best, 0, 3), 1e-12);
        assertTrue(bayes.bits() <= best + 1);
    }

    /** The mixture of all 3^6 sequences of experts, each as likely as its switches make it. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 0.5, 2 / 3.0, 0.9, 1})
    void itIsTheMixtureOfAllSequencesOfExperts(double share) {
        double[][] chances = random(1, 3, 6);
        double mixed = 0;
        for (int sequence = 0; sequence < 729; sequence++) {
            mixed += probability(sequence, share, chances);
        }
        assertEquals(Chance.bits(mixed), told(new FixedShare(3, share), chances).bits(), 1e-9);
    }

    private static double probability(int sequence, double share, double[][] chances) {
        double probability = 1 / 3.0;
        int rest = sequence;
        for (int t = 0; t < chances.length; t++, rest /= 3) {
            probability *= chances[t][rest % 3];
            if (t + 1 < chances.length) {
                probability *= rest % 3 == rest / 3 % 3 ? 1 - share : share / 2;
            }
        }
        return probability;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.02, 0.3, 0.9})
    void itNeverPaysMoreThanItsBound(double share) {
        for (long seed = 0; seed < 5; seed++) {
            double[][] chances = inTurns(seed, 4, 400);
            FixedShare shared = new FixedShare(4, share);
            BestSequence best = new BestSequence(4, 30);
            for (double[] one : chances) {
                shared.observe(one);
                best.observe(one);
                assertTrue(shared.bits() <= best.bound(shared) + 1e-9, shared.bits() + " > " + best.bound(shared));
            }
        }
    }

    @Test
    void whereExpertsTakeTurnsSharingPays() {
        double[][] chances = inTurns(3, 2, 1000);
        double bayes = told(new FixedShare(2, 0), chances).bits();
        double shared = told(new FixedShare(2, 0.02), chances).bits();
        assertTrue(shared < 0.6 * bayes, shared + " of " + bayes);
    }

    @Test
    void theBoundFollowsTheFormula() {
        FixedShare shared = new FixedShare(4, 0.125);
        // log2 4 + 3 log2(3 / 0.125) - 6 log2 0.875
        double regret = 2 + 3 * Math.log(24) / Math.log(2) - 6 * Math.log(0.875) / Math.log(2);
        assertEquals(100 + regret, shared.bound(100, 3, 10), 1e-9);
        assertEquals(Double.POSITIVE_INFINITY, new FixedShare(4, 0).bound(100, 1, 10));
        assertThrows(IllegalArgumentException.class, () -> shared.bound(100, 10, 10));
    }

    @Test
    void distributionsAreMixedByTheWeights() {
        FixedShare shared = told(new FixedShare(2, 0.1), KNOWN);
        float[] mixed = new float[3];
        shared.mix(new float[][] {{1, 0, 0}, {0, 0.25f, 0.75f}}, mixed);
        float second = (float) shared.weight(1);
        assertArrayEquals(new float[] {(float) shared.weight(0), second / 4, second * 0.75f}, mixed, 1e-7f);
        assertEquals(shared.weight(0) * 0.5 + shared.weight(1) * 0.1, shared.mix(new double[] {0.5, 0.1}), 1e-15);
        assertEquals(1, shared.weight(0) + shared.weight(1), 1e-12);
    }

    @Test
    void whatIsRestoredGoesOnToTheBit() {
        double[][] chances = inTurns(5, 3, 200);
        FixedShare expected = told(new FixedShare(3, 0.03), chances);
        FixedShare first = told(new FixedShare(3, 0.03), Arrays.copyOf(chances, 90));
        Snapshot saved = new Snapshot();
        first.save(saved);
        FixedShare second = told(new FixedShare(3, 0.03), random(9, 3, 10));
        second.restore(saved, 90);
        told(second, Arrays.copyOfRange(chances, 90, 200));
        assertEquals(expected.bits(), second.bits());
        assertEquals(200, second.observed());
        for (int i = 0; i < 3; i++) {
            assertEquals(expected.weight(i), second.weight(i));
        }
    }

    @Test
    void whatCannotHaveBeenSavedIsRefused() {
        assertRefused("observed holds 3 at 0, expected a number from 0 to 2", saved(), 2);
        Snapshot wrong = saved();
        wrong.put("weights", 0.9, 0.2);
        assertRefused("the weights of the experts sum to 1.1, expected 1", wrong, 3);
        wrong = saved();
        wrong.put("weights", -0.5, 1.5);
        assertRefused("weights holds -0.5 at 0, expected a weight from 0 to 1", wrong, 3);
        wrong = saved();
        wrong.put("bits", -1.0);
        assertRefused("bits holds -1.0 at 0, expected a number of bits", wrong, 3);
    }

    private static void assertRefused(String message, Snapshot snapshot, long most) {
        Exception thrown =
                assertThrows(IllegalArgumentException.class, () -> new FixedShare(2, 0.1).restore(snapshot, most));
        assertEquals(message, thrown.getMessage());
    }

    private static Snapshot saved() {
        Snapshot snapshot = new Snapshot();
        told(new FixedShare(2, 0.1), KNOWN).save(snapshot);
        return snapshot;
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new FixedShare(1, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new FixedShare(2, 1.1));
        FixedShare shared = new FixedShare(2, 0.1);
        assertThrows(IllegalArgumentException.class, () -> shared.observe(new double[] {1}));
        Exception thrown = assertThrows(IllegalArgumentException.class, () -> shared.observe(new double[] {0, 0}));
        assertEquals("the experts must hold what came possible, found a chance of 0.0", thrown.getMessage());
    }

    private static FixedShare told(FixedShare shared, double[][] chances) {
        double sum = shared.bits();
        for (double[] one : chances) {
            sum += shared.observe(one);
        }
        assertEquals(sum, shared.bits(), 1e-9, "every cost was told");
        return shared;
    }

    private static double[][] random(long seed, int experts, int length) {
        Rng rng = Rng.seeded(seed);
        double[][] chances = new double[length][experts];
        for (double[] one : chances) {
            for (int i = 0; i < experts; i++) {
                one[i] = 0.01 + 0.98 * rng.nextDouble();
            }
        }
        return chances;
    }

    /** One expert after the other is right for some fifty bytes. */
    static double[][] inTurns(long seed, int experts, int length) {
        double[][] chances = random(seed, experts, length);
        for (int t = 0; t < length; t++) {
            for (int i = 0; i < experts; i++) {
                chances[t][i] *= t / 50 % experts == i ? 1 : 0.1;
            }
        }
        return chances;
    }
}
