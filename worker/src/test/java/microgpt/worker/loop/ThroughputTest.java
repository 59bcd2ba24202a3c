package microgpt.worker.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ThroughputTest {
    private final Throughput tempo = new Throughput();

    @Test
    void nothingIsKnownBeforeTheFirstMark() {
        assertEquals(0, tempo.bytesPerSecond());
        tempo.restart(50, 1000);
        assertEquals(0, tempo.bytesPerSecond());
    }

    @Test
    void theLastSecondCountsAndNotTheTimeBefore() {
        tempo.restart(0, 0);
        long position = 0;
        for (double now = 10; now <= 2000; now += 10) {
            position += 5;
            tempo.mark(now, position);
        }
        for (double now = 2010; now <= 4000; now += 10) {
            position += 20;
            tempo.mark(now, position);
        }
        assertEquals(2000, tempo.bytesPerSecond(), 60);
    }

    @Test
    void slowStepsAreMeasuredOverAsLongAsTheyTake() {
        tempo.restart(0, 0);
        tempo.mark(3000, 8);
        tempo.mark(6000, 16);
        assertEquals(8 / 3.0, tempo.bytesPerSecond(), 1e-9);
    }

    @Test
    void timeInPauseDoesNotCount() {
        tempo.restart(0, 0);
        tempo.mark(1000, 100);
        tempo.restart(60_000, 100);
        tempo.mark(61_000, 200);
        assertEquals(100, tempo.bytesPerSecond(), 1e-9);
    }
}
