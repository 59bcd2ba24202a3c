package microgpt.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.corpus.ByteStream;
import microgpt.numeric.Snapshot;
import org.junit.jupiter.api.Test;

class MeterTest {
    private static final float ONE_BIT = (float) Math.log(2);

    @Test
    void nothingIsKnownBeforeTheFirstByte() {
        Meter meter = new Meter(ByteStream.of("a", new byte[1]));
        assertTrue(Double.isNaN(meter.whole()));
        assertTrue(Double.isNaN(meter.fast()));
        assertEquals(0, meter.codeLengthBytes());
        assertEquals(-1, meter.phase());
        assertTrue(meter.visits().isEmpty());
    }

    @Test
    void lossesAddUpToTheCodeLength() {
        Meter meter = new Meter(ByteStream.of("a", new byte[100]));
        for (int i = 0; i < 100; i++) {
            record(meter, i, 0, i < 50 ? ONE_BIT : 3 * ONE_BIT);
        }
        assertEquals(2, meter.whole(), 1e-6);
        assertEquals(200.0 / 8, meter.codeLengthBytes(), 1e-5);
        assertEquals(100, meter.bytes());
    }

    @Test
    void theFastAverageFollowsSoonerThanTheSlowOne() {
        Meter meter = new Meter(ByteStream.of("a", new byte[3000]));
        for (int i = 0; i < 3000; i++) {
            record(meter, i, 0, i < 2000 ? 4 * ONE_BIT : ONE_BIT);
        }
        assertEquals(1, meter.fast(), 0.1);
        assertTrue(meter.slow() > 2);
    }

    @Test
    void extremesAreThoseSinceLastAsked() {
        Meter meter = new Meter(ByteStream.of("a", new byte[100]));
        record(meter, 0, 0, 8 * ONE_BIT);
        record(meter, 1, 0, 2 * ONE_BIT);
        assertEquals(8, meter.fastMost(), 1e-5);
        meter.forgetExtremes();
        assertEquals(meter.fast(), meter.fastMost());
        record(meter, 2, 0, 2 * ONE_BIT);
        assertTrue(meter.fastMost() < 5);
        assertEquals(meter.fast(), meter.fastLeast());
    }

    @Test
    void phasesAreScoredVisitByVisit() {
        ByteStream stream = new ByteStream("verse");
        stream.append(new byte[2000], 0, 2000);
        stream.beginPhase("prose");
        stream.append(new byte[10], 0, 10);
        stream.beginPhase("verse");
        stream.append(new byte[5], 0, 5);
        stream.complete();
        Meter meter = new Meter(stream);
        for (int i = 0; i < 2015; i++) {
            record(meter, i, 0, i < 1000 ? 6 * ONE_BIT : i < 2000 ? 2 * ONE_BIT : 3 * ONE_BIT);
        }
        assertEquals(3, meter.visits().size());
        PhaseVisit first = meter.visits().get(0);
        assertEquals("verse", first.name());
        assertEquals(2000, first.bytes());
        assertEquals(6, first.first(), 1e-5);
        assertEquals(4, first.mean(), 1e-5);
        assertEquals(2, first.now(), 0.1);
        PhaseVisit back = meter.visits().get(2);
        assertEquals("verse", back.name());
        assertEquals(2, back.visit());
        assertEquals(2010, back.start());
        assertEquals(5, back.bytes());
        assertEquals(3, back.now(), 1e-5, "a visit's average knows nothing of what came before");
        assertEquals(2, meter.phase());
    }

    @Test
    void countingModelsReadTheSameBytes() {
        byte[] bytes = new byte[4000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i % 4);
        }
        Meter meter = new Meter(ByteStream.of("a", bytes));
        for (int i = 0; i < bytes.length; i++) {
            record(meter, i, bytes[i], 1);
        }
        assertEquals(2, meter.score(Predictor.ORDER_0).mean(), 0.35);
        assertTrue(
                meter.score(Predictor.ORDER_2).mean() < 0.05,
                "order 2: " + meter.score(Predictor.ORDER_2).mean());
    }

    @Test
    void recoveryIsWhenTheCurveFirstIsNearWhereItSettles() {
        SettlingCurve curve = new SettlingCurve();
        for (int i = 0; i < 10_000; i++) {
            curve.add(i < 3200 ? 5 : 2);
        }
        assertEquals(3200.0, (double) curve.recovery(), 64);
    }

    @Test
    void recoveryIsUnknownForShortAndForEverFallingCurves() {
        SettlingCurve brief = new SettlingCurve();
        SettlingCurve falling = new SettlingCurve();
        for (int i = 0; i < 1000; i++) {
            brief.add(2);
        }
        for (int i = 0; i < 100_000; i++) {
            falling.add(100_000 - i);
        }
        assertEquals(-1, brief.recovery());
        assertEquals(-1, falling.recovery());
    }

    @Test
    void recoveryOfAVeryLongCurveIsFoundInBoundedMemory() {
        SettlingCurve curve = new SettlingCurve();
        for (int i = 0; i < 3_000_000; i++) {
            curve.add(i < 1_000_000 ? 5 : 2);
        }
        assertEquals(1_000_000.0, (double) curve.recovery(), 10_000);
    }

    @Test
    void aSavedCurveGoesOnAlike() {
        for (int saved : new int[] {1, 31, 32, 1000, 16_384, 16_400, 20_000}) {
            SettlingCurve whole = new SettlingCurve();
            SettlingCurve resumed = new SettlingCurve();
            for (int i = 0; i < 40_000; i++) {
                double value = i < 3200 ? 5 : 2 + 1.0 / i;
                whole.add(value);
                resumed.add(value);
                if (i + 1 == saved) {
                    Snapshot snapshot = new Snapshot();
                    resumed.save(snapshot);
                    resumed = new SettlingCurve();
                    resumed.restore(snapshot);
                }
            }
            assertEquals(whole.recovery(), resumed.recovery(), "saved after " + saved);
            assertArrayEquals(points(whole), points(resumed));
        }
    }

    private static float[] points(SettlingCurve curve) {
        Snapshot snapshot = new Snapshot();
        curve.save(snapshot);
        return snapshot.floats("points");
    }

    @Test
    void aDamagedCurveIsRefused() {
        Snapshot snapshot = new Snapshot();
        snapshot.put("points", 1f, 2f);
        snapshot.put("spacing", 32L, 32L);
        assertThrows(IllegalArgumentException.class, () -> new SettlingCurve().restore(snapshot));
        snapshot.put("spacing", 0L, 0L);
        assertThrows(IllegalArgumentException.class, () -> new SettlingCurve().restore(snapshot));
        snapshot.put("spacing", 32L, 0L);
        snapshot.put("points", new float[1000]);
        assertThrows(IllegalArgumentException.class, () -> new SettlingCurve().restore(snapshot));
    }

    /** As a step of one byte, which cost the transformer {@code loss} nats. */
    private static void record(Meter meter, long position, int value, float loss) {
        StepResult result = new StepResult(1);
        result.position = position;
        result.transformer(0, loss);
        meter.record(result, 0, value);
    }
}
