package microgpt.mechanism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.mechanism.ExperienceReplay.Settings;
import microgpt.numeric.Rng;
import org.junit.jupiter.api.Test;

class ExperienceReplayTest {
    private static final int LENGTH = 8;

    @Test
    void nothingIsReplayedBeforeThereIsAPast() {
        ExperienceReplay replay = new ExperienceReplay(new Settings(true, 3, 100, 0), LENGTH, Rng.seeded(1));
        for (int end = 1; end < 2 * LENGTH; end++) {
            replay.observe(end, 1);
            assertEquals(0, replay.windowsNow());
        }
        replay.observe(2 * LENGTH, 1);
        assertEquals(3, replay.windowsNow());
    }

    @Test
    void lossesBeyondAllMeasureAreRecalledWithoutLosingTheirPlace() {
        ExperienceReplay replay = filled(new Settings(true, 1, 10, 10));
        for (int slot = 0; slot < replay.size(); slot++) {
            replay.refresh(slot, slot % 2 == 0 ? Float.MAX_VALUE : -1);
        }
        for (int i = 0; i < 100; i++) {
            assertEquals(0, replay.recall() % 2, "a loss below 0 has no chance, one above all bounds an even one");
        }
    }

    @Test
    void nothingIsReplayedWhileOff() {
        ExperienceReplay replay = filled(new Settings(false, 3, 100, 0));
        assertEquals(0, replay.windowsNow());
        replay.tune(new Settings(true, 2, 100, 0));
        assertEquals(2, replay.windowsNow(), "the past was kept while off");
    }

    @Test
    void everyWindowEndsAtOrBeforeTheLastByteAndKnowsItsMeanLoss() {
        ExperienceReplay replay = new ExperienceReplay(new Settings(true, 1, 20, 0), LENGTH, Rng.seeded(2));
        for (int end = 1; end <= 300; end++) {
            replay.observe(end, end); // the byte before position end costs end nats
            for (int slot = 0; slot < replay.size(); slot++) {
                long start = replay.start(slot);
                assertTrue(start >= 0 && start + LENGTH <= end);
                assertEquals(start + (LENGTH + 1) / 2.0, replay.loss(slot), 1e-3);
            }
        }
        assertEquals(20, replay.size());
    }

    @Test
    void anAlphaOfZeroRecallsAllAlike() {
        double[] shares = shares(0);
        for (double share : shares) {
            assertEquals(0.25, share, 0.01);
        }
    }

    @Test
    void recallIsInProportionToLossToThePowerOfAlpha() {
        double[] one = shares(1);
        double[] less = shares(0.6);
        double[] expectedOne = {0.1, 0.2, 0.3, 0.4};
        double[] expectedLess = {0.14823, 0.22467, 0.28655, 0.34054};
        for (int slot = 0; slot < 4; slot++) {
            assertEquals(expectedOne[slot], one[slot], 0.01);
            assertEquals(expectedLess[slot], less[slot], 0.01);
        }
    }

    /** How often each of four windows with losses 1, 2, 3, 4 is recalled. */
    private static double[] shares(double alpha) {
        ExperienceReplay replay = new ExperienceReplay(new Settings(true, 1, 4, alpha), 1, Rng.seeded(3));
        for (int end = 1; end <= 4; end++) {
            replay.observe(end, 9);
        }
        for (int slot = 0; slot < 4; slot++) {
            replay.refresh(slot, (float) (replay.start(slot) + 1));
        }
        int draws = 40_000;
        double[] shares = new double[4];
        for (int i = 0; i < draws; i++) {
            shares[(int) replay.start(replay.recall())] += 1.0 / draws;
        }
        assertEquals(draws, replay.replayed());
        return shares;
    }

    @Test
    void anotherAlphaWeighsWhatIsHeldAnew() {
        ExperienceReplay replay = new ExperienceReplay(new Settings(true, 1, 2, 0), 1, Rng.seeded(3));
        replay.observe(1, 0);
        replay.observe(2, 5);
        replay.tune(new Settings(true, 1, 2, 2));
        for (int i = 0; i < 1000; i++) {
            assertEquals(1, replay.start(replay.recall()), "the window of loss 0 has next to no chance");
        }
        replay.tune(new Settings(true, 1, 1, 2));
        assertEquals(1, replay.size());
        replay.recall();
    }

    @Test
    void lossesOfZeroAreRecalledToo() {
        ExperienceReplay replay = new ExperienceReplay(new Settings(true, 1, 100, 2), LENGTH, Rng.seeded(1));
        for (int end = 1; end <= 100; end++) {
            replay.observe(end, 0);
        }
        assertTrue(replay.start(replay.recall()) >= 0);
    }

    @Test
    void impossibleSettingsAreRefusedByNameAndValue() {
        Exception thrown = assertThrows(IllegalArgumentException.class, () -> new Settings(true, -1, 10, 0));
        assertEquals("windows -1 must be from 0 to 64", thrown.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Settings(true, 1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Settings(true, 1, 10, Double.NaN));
    }

    private static ExperienceReplay filled(Settings settings) {
        ExperienceReplay replay = new ExperienceReplay(settings, LENGTH, Rng.seeded(1));
        for (int end = 1; end <= 100; end++) {
            replay.observe(end, 1);
        }
        return replay;
    }
}
