package microgpt.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many steps in a real browser: nothing piles up, and the back ends stay together. */
@ExtendWith(LabExtension.class)
final class LongRunTest {
    private static final int STEPS = Integer.getInteger("growthSteps", 100_000);
    /** All bytes of a stream are kept; the engine takes 16 with each step. */
    private static final int READ_PER_STEP = 16;
    /** Text is kept in pages of 64 kB, and a browser's own heap breathes: a byte for each step. */
    private static final double SLACK_BYTES = 100_000;

    /** In nats, of the mean loss of a step: rounding, amplified by 200 steps of learning. */
    private static final double DRIFT_TOLERANCE = 1e-3;

    @Test
    void aHundredThousandStepsLeaveOnlyTheirTextOnTheHeap(Lab lab) {
        BenchModule bench = open(lab);
        bench.prepare("online.tiny", "simd");
        bench.repeat(2000); // every context of the text was counted by then
        double before = bench.liveBytes();
        bench.repeat(STEPS);
        double growth = bench.liveBytes() - before;
        Figures.print("heap after " + STEPS + " steps", growth + " bytes more, of which text " + READ_PER_STEP * STEPS);
        assertTrue(growth < READ_PER_STEP * STEPS + SLACK_BYTES, growth + " bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"online.tiny", "online.small", "online.seed"})
    void thePresetsLearnTheSameOnBothBackEnds(String preset, Lab lab) {
        double drift = open(lab).drift(preset, 200);
        Figures.print("drift of " + preset, drift + " nats");
        assertTrue(drift < DRIFT_TOLERANCE, drift + " nats");
    }

    private static BenchModule open(Lab lab) {
        lab.expectComplaint("favicon.ico"); // which a picture, unlike the page, does not name
        lab.page().navigate(lab.site() + "icon.svg");
        return new BenchModule(lab.page(), lab.site());
    }
}
