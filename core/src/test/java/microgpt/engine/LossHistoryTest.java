package microgpt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.numeric.Snapshot;
import org.junit.jupiter.api.Test;

class LossHistoryTest {
    /** So many updates that columns stand for four each, the last for three. */
    private static final int MANY = 4 * LossHistory.MOST_COLUMNS - 1;

    @Test
    void beforeTheFirstUpdateNothingIsKnown() {
        LossHistory history = new LossHistory();
        assertEquals(0, history.updates());
        assertTrue(Double.isNaN(history.latestTraining()));
        assertTrue(Double.isNaN(history.latestValidation()));
        assertTrue(Double.isNaN(history.bestValidation()));
        assertEquals(-1, history.bestAt());
        assertEquals(-1, history.latestLookAt());
        assertFalse(history.latestIsBest());
        assertEquals("step,training_loss,validation_loss\n", history.toCsv());
    }

    @Test
    void aRunOfUsualLengthKeepsEveryLoss() {
        LossHistory history = new LossHistory();
        for (int step = 1; step <= LossHistory.MOST_COLUMNS; step++) {
            history.add(1.0f / step);
        }
        assertEquals(LossHistory.MOST_COLUMNS, history.columns());
        assertEquals(1.0f / 777, history.training(776));
        assertEquals(777, history.updateAt(776));
    }

    @Test
    void aLongRunIsKeptInMeansAndItsNumbersExactly() {
        LossHistory history = longRun();
        assertEquals(MANY, history.updates());
        assertEquals(LossHistory.MOST_COLUMNS, history.columns());
        assertEquals(4, history.updateAt(0));
        assertEquals(4, history.updatesIn(0));
        assertEquals(2.5, history.training(0), "the mean of 1, 2, 3 and 4");
        assertEquals(3, history.updatesIn(history.columns() - 1));
        assertEquals(MANY, history.latestTraining());
        assertEquals(MANY + 1, history.looks());
        assertTrue(history.looksKept() <= LossHistory.MOST_LOOKS);
        assertEquals(MANY, history.latestLookAt());
        assertEquals(4321, history.bestAt());
        assertEquals(0.5, history.bestValidation());
        assertFalse(history.latestIsBest());
        assertEquals(MANY - 4321, history.looksSinceBest());
        for (int i = 0; i < history.looksKept(); i++) {
            assertEquals(
                    (double) (1 + history.lookedAt(i) % 5),
                    history.validation(i),
                    "as measured at " + history.lookedAt(i));
        }
    }

    /** Loss n in update n; a look after each, and before the first, of 1 to 5, but for one of 0.5. */
    private static LossHistory longRun() {
        LossHistory history = new LossHistory();
        history.addLook(0, 1);
        for (int step = 1; step <= MANY; step++) {
            history.add(step);
            history.addLook(step, step == 4321 ? 0.5 : 1 + step % 5);
        }
        return history;
    }

    @Test
    void theFirstOfEquallyGoodLooksIsTheBest() {
        LossHistory history = new LossHistory();
        history.addLook(0, 3);
        assertTrue(history.latestIsBest());
        history.addLook(5, 2);
        history.addLook(10, 2);
        assertEquals(5, history.bestAt());
        assertEquals(1, history.looksSinceBest());
        assertFalse(history.latestIsBest());
    }

    @Test
    void aSavedHistoryGoesOnAlikeShortOrLong() {
        LossHistory brief = new LossHistory();
        brief.addLook(0, 5.5);
        brief.add(4.25);
        for (LossHistory history : new LossHistory[] {brief, longRun()}) {
            LossHistory restored = restored(history);
            for (LossHistory each : new LossHistory[] {history, restored}) {
                each.add(0.125);
                each.addLook(MANY + 1, 0.25);
                each.add(3);
            }
            assertEquals(history.toCsv(), restored.toCsv());
            assertEquals(history.updates(), restored.updates());
            assertEquals(history.looks(), restored.looks());
            assertEquals(history.latestTraining(), restored.latestTraining());
            assertEquals(history.bestAt(), restored.bestAt());
            assertEquals(history.looksSinceBest(), restored.looksSinceBest());
            assertEquals(history.bestValidation(), restored.bestValidation());
        }
    }

    private static LossHistory restored(LossHistory history) {
        Snapshot state = new Snapshot();
        history.save(state.part("history"));
        return LossHistory.of(state);
    }

    @Test
    void whatEarlierVersionsSavedIsReadHoweverLong() {
        float[] training = new float[MANY];
        long[] lookedAt = new long[MANY + 1];
        double[] validation = new double[MANY + 1];
        for (int step = 0; step <= MANY; step++) {
            if (step > 0) {
                training[step - 1] = step;
            }
            lookedAt[step] = step;
            validation[step] = step == 4321 ? 0.5 : 1 + step % 5;
        }
        Snapshot state = new Snapshot();
        state.put("history.training", training);
        state.put("history.looked_at", lookedAt);
        state.put("history.validation", validation);
        LossHistory read = LossHistory.of(state);
        assertEquals(longRun().toCsv(), read.toCsv());
        assertEquals(4321, read.bestAt());
    }

    @Test
    void aRunOfUsualLengthIsSavedAsEarlierVersionsDid() {
        LossHistory history = new LossHistory();
        history.add(2);
        history.addLook(1, 3);
        Snapshot state = new Snapshot();
        history.save(state);
        assertEquals(2, state.floats("training", 1)[0]);
        assertEquals(1, state.longs("looked_at", 1)[0]);
        assertEquals(3, state.doubles("validation", 1)[0]);
    }

    @Test
    void whatIsSavedOfALongRunIsBounded() {
        Snapshot state = new Snapshot();
        longRun().save(state);
        long bytes = 0;
        for (Object array : state.arrays().values()) {
            bytes += array instanceof double[] values ? 8L * values.length : 8L * ((long[]) array).length;
        }
        assertTrue(bytes < 500_000, bytes + " bytes");
    }

    @Test
    void aLineOfTheTableSaysHowManyUpdatesItStandsFor() {
        LossHistory history = new LossHistory();
        history.addLook(0, 5.5);
        history.add(5);
        history.add(4);
        history.addLook(2, 4.5);
        assertEquals("step,training_loss,validation_loss\n0,,5.5\n1,5.0,\n2,4.0,4.5\n", history.toCsv());
        String lines = longRun().toCsv();
        assertTrue(
                lines.startsWith("step,mean_training_loss,validation_loss,updates\n0,,1.0,0\n4,2.5,,4\n8,6.5,,4\n"),
                lines.substring(0, 100));
        assertTrue(lines.contains("\n32,30.5,3.0,4\n"), "a look after update 32");
    }

    @Test
    void aDamagedHistoryIsRefused() {
        for (long[] looks : new long[][] {{3, 4, 0}, {3, 0, 0}, {3}}) {
            Snapshot state = new Snapshot();
            longRun().save(state.part("history"));
            state.put("history.looks", looks);
            assertThrows(IllegalArgumentException.class, () -> LossHistory.of(state));
        }
        Snapshot backwards = new Snapshot();
        backwards.put("history.training", 1f);
        backwards.put("history.looked_at", 5L, 4L);
        backwards.put("history.validation", 1.0, 1.0);
        assertThrows(IllegalArgumentException.class, () -> LossHistory.of(backwards));
    }
}
