package microgpt.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.Consumer;
import microgpt.numeric.DownsampledSeries.Keep;
import org.junit.jupiter.api.Test;

class DownsampledSeriesTest {
    private static final Keep[] ALL = {Keep.MEAN, Keep.LAST, Keep.LEAST, Keep.GREATEST};

    @Test
    void aShortSeriesIsKeptAsItIs() {
        DownsampledSeries series = new DownsampledSeries(4, 1, Keep.MEAN);
        for (int x = 1; x <= 4; x++) {
            series.add(x, 10 * x);
        }
        assertEquals(1, series.span());
        assertArrayEquals(new double[] {1, 2, 3, 4}, series.ends());
        assertArrayEquals(new double[] {10, 20, 30, 40}, series.values(0));
    }

    @Test
    void whenItIsFullPairsBecomeTheirMean() {
        DownsampledSeries series = new DownsampledSeries(4, 1, Keep.MEAN);
        for (int x = 1; x <= 5; x++) {
            series.add(x, 10 * x);
        }
        assertEquals(2, series.span());
        assertArrayEquals(new double[] {2, 4, 5}, series.ends());
        assertArrayEquals(new double[] {15, 35, 50}, series.values(0));
        assertEquals(2, series.count(0));
        assertEquals(1, series.count(2), "the last column is not full yet");
    }

    @Test
    void aMergedColumnHoldsWhatAWideOneWouldHaveHeldFromTheStart() {
        DownsampledSeries merged = new DownsampledSeries(10, 1, ALL);
        DownsampledSeries wide = new DownsampledSeries(1000, 128, ALL);
        Rng rng = Rng.seeded(1);
        for (int x = 0; x <= 1000; x++) {
            double value = rng.nextInt(1000); // whole, so that sums do not depend on their order
            merged.add(x, value, value, value, value);
            wide.add(x, value, value, value, value);
        }
        assertEquals(wide.span(), merged.span());
        assertArrayEquals(wide.ends(), merged.ends());
        for (int channel = 0; channel < ALL.length; channel++) {
            assertArrayEquals(wide.values(channel), merged.values(channel), ALL[channel].toString());
        }
    }

    @Test
    void eachKindOfChannelKeepsWhatItSays() {
        DownsampledSeries series = new DownsampledSeries(2, 4, ALL);
        for (double value : new double[] {3, 9, 1, 7}) {
            series.add(4, value, value, value, value);
        }
        assertEquals(5, series.value(0, 0));
        assertEquals(7, series.value(1, 0));
        assertEquals(1, series.value(2, 0));
        assertEquals(9, series.value(3, 0));
        assertEquals(4, series.count(0));
    }

    @Test
    void itIsNeverMoreThanFullHoweverLongAndUneven() {
        DownsampledSeries series = new DownsampledSeries(16, 1, Keep.LAST);
        Rng rng = Rng.seeded(2);
        long x = 0;
        for (int i = 0; i < 20_000; i++) {
            x += rng.nextInt(3) == 0 ? 0 : rng.nextInt(1 << 20);
            series.add(x, i);
            assertTrue(series.size() <= 16);
        }
        assertEquals(x, series.end(series.size() - 1));
        assertEquals(19_999, series.value(0, series.size() - 1));
        assertEquals(20_000, total(series));
        assertTrue(series.size() >= 8, "no fewer than half: " + series.size());
    }

    private static long total(DownsampledSeries series) {
        long total = 0;
        for (int column = 0; column < series.size(); column++) {
            total += series.count(column);
        }
        return total;
    }

    @Test
    void whatWasMeasuredAtZeroStaysByItself() {
        DownsampledSeries series = new DownsampledSeries(4, 1, Keep.LAST);
        for (int x = 0; x <= 10_000; x += 100) {
            series.add(x, x == 0 ? 5.5 : 1);
        }
        assertEquals(0, series.end(0));
        assertEquals(5.5, series.value(0, 0));
    }

    @Test
    void theNearestColumnIsFound() {
        DownsampledSeries series = new DownsampledSeries(8, 1, Keep.LAST);
        assertEquals(-1, series.nearest(3));
        for (int x : new int[] {10, 20, 40}) {
            series.add(x, 0);
        }
        assertEquals(0, series.nearest(-5));
        assertEquals(0, series.nearest(15), "the earlier of two");
        assertEquals(1, series.nearest(20));
        assertEquals(2, series.nearest(31));
        assertEquals(2, series.nearest(1e9));
    }

    @Test
    void aSavedSeriesGoesOnToTheBit() {
        DownsampledSeries whole = new DownsampledSeries(8, 1, ALL);
        Rng rng = Rng.seeded(3);
        for (int x = 1; x <= 1000; x++) {
            if (x == 501) {
                Snapshot saved = new Snapshot();
                whole.save(saved.part("a"));
                whole = new DownsampledSeries(8, 1, ALL);
                whole.restore(saved.part("a"));
            }
            double value = rng.nextDouble();
            whole.add(x, value, value, value, value);
        }
        DownsampledSeries unbroken = new DownsampledSeries(8, 1, ALL);
        Rng again = Rng.seeded(3);
        for (int x = 1; x <= 1000; x++) {
            double value = again.nextDouble();
            unbroken.add(x, value, value, value, value);
        }
        assertArrayEquals(unbroken.ends(), whole.ends());
        for (int channel = 0; channel < ALL.length; channel++) {
            assertArrayEquals(unbroken.values(channel), whole.values(channel));
        }
    }

    @Test
    void aClearedSeriesBeginsAnew() {
        DownsampledSeries series = new DownsampledSeries(2, 1, Keep.MEAN);
        for (int x = 0; x < 100; x++) {
            series.add(x, 1);
        }
        series.clear();
        assertEquals(0, series.size());
        series.add(1, 2);
        series.add(2, 3);
        assertArrayEquals(new double[] {2, 3}, series.values(0));
    }

    @Test
    void whatRunsBackwardsIsRefused() {
        DownsampledSeries series = new DownsampledSeries(4, 1, Keep.MEAN);
        series.add(7, 1);
        Exception thrown = assertThrows(IllegalArgumentException.class, () -> series.add(6, 1));
        assertEquals("x 6 must be at least 7, where the series stands", thrown.getMessage());
        assertThrows(IllegalArgumentException.class, () -> series.add(8, 1, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> series.end(1));
    }

    @Test
    void aDamagedSnapshotIsRefused() {
        refused(saved -> saved.put("span", 0L));
        refused(saved -> saved.put("span", Long.MAX_VALUE));
        refused(saved -> saved.put("ends", 1.0, 1.0, 2.0));
        refused(saved -> saved.put("ends", Double.NaN, 1.0, 2.0));
        refused(saved -> saved.put("ends", 1.0, 2.0, 1e300));
        refused(saved -> saved.put("counts", 1L, 0L, 1L));
        refused(saved -> saved.put("counts", 1L));
        refused(saved -> saved.put("channel.0", 1.0));
        refused(saved -> {
            saved.put("ends", Arrays.copyOf(new double[0], 5));
            saved.put("counts", Arrays.copyOf(new long[0], 5));
        });
    }

    private static void refused(Consumer<Snapshot> damage) {
        DownsampledSeries series = new DownsampledSeries(4, 1, Keep.MEAN);
        for (int x = 1; x <= 3; x++) {
            series.add(x, x);
        }
        Snapshot saved = new Snapshot();
        series.save(saved);
        new DownsampledSeries(4, 1, Keep.MEAN).restore(saved);
        damage.accept(saved);
        assertThrows(IllegalArgumentException.class, () -> new DownsampledSeries(4, 1, Keep.MEAN).restore(saved));
    }

    @Test
    void whatIsCutOffCanBeAddedAgain() {
        DownsampledSeries series = new DownsampledSeries(4, 1, Keep.LAST);
        DownsampledSeries again = new DownsampledSeries(4, 1, Keep.LAST);
        for (int x = 1; x <= 10; x++) {
            series.add(x, x);
            again.add(x, x);
        }
        DownsampledSeries whole = series.copy();
        series.cutAfter(5);
        assertEquals(4, series.end(series.size() - 1));
        for (int x = 5; x <= 10; x++) {
            series.add(x, x);
        }
        assertArrayEquals(again.ends(), series.ends());
        assertArrayEquals(again.values(0), series.values(0));
        series.add(11, 11);
        assertArrayEquals(again.ends(), whole.ends(), "a copy goes on by itself");
        series.take(whole);
        assertArrayEquals(again.values(0), series.values(0));
    }
}
