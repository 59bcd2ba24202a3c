package microgpt.worker.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;

class StretchTest {
    private static final String TEXT = "the cat sat on the mat. the dog sat on the log. ".repeat(12);
    private static final int STRIDE = 8;

    private final LabPage page = new LabPage();

    @Test
    void itStandsAtTheFirstStepThatEndsThereOrAfter() {
        page.startWith(TEXT);
        page.send(new LabCommand.RunTo(100));
        page.loop.exhaust();
        LabReport.Reached last = page.last(LabReport.Reached.class);
        assertFalse(last.over());
        assertEquals(104, last.position());
        assertEquals(0, last.position() % STRIDE);
        assertEquals(TEXT.substring(0, 104), told());
    }

    @Test
    void dividedAnyhowItIsTheSameRunToTheBit() {
        page.startWith(TEXT);
        page.send(new LabCommand.RunTo(TEXT.length()));
        page.loop.exhaust();
        List<Double> atOnce = bits();
        page.reports.clear();
        page.startWith(TEXT);
        for (long position = 50; position < TEXT.length() + 130; position += 130) {
            page.send(new LabCommand.RunTo(position));
            page.loop.exhaust();
        }
        assertEquals(TEXT, told());
        assertEquals(atOnce, bits());
        page.reports.clear();
        page.startWith(TEXT);
        page.send(new LabCommand.Run());
        page.loop.exhaust();
        assertEquals(
                atOnce.stream().mapToDouble(bits -> bits).sum() / 8,
                page.last(LabReport.Progress.class).codeLengthBytes(),
                1e-9);
    }

    @Test
    void aFartherPositionMovesTheEndOfOneThatIsUnderWay() {
        page.startWith(TEXT);
        page.loop.tick(1);
        page.send(new LabCommand.RunTo(400));
        page.loop.turn();
        assertTrue(page.last(LabReport.Reached.class).position() < 400);
        page.send(new LabCommand.RunTo(500));
        page.loop.exhaust();
        assertEquals(504, page.last(LabReport.Reached.class).position());
        assertEquals(TEXT.substring(0, 504), told());
    }

    @Test
    void aPauseEndsItAndNothingIsLost() {
        page.startWith(TEXT);
        page.loop.tick(1);
        page.send(new LabCommand.RunTo(400));
        page.loop.turn();
        page.send(new LabCommand.Pause());
        LabReport.Reached last = page.last(LabReport.Reached.class);
        assertTrue(!last.over() && last.position() < 400, last.toString());
        page.send(new LabCommand.RunTo(400));
        page.loop.exhaust();
        assertEquals(TEXT.substring(0, 400), told());
    }

    @Test
    void theEndOfTheStreamIsAsFarAsItGoes() {
        page.startWith(TEXT);
        page.send(new LabCommand.RunTo(1_000_000));
        page.loop.exhaust();
        assertEquals(TEXT.length(), page.last(LabReport.Reached.class).position());
        assertTrue(page.last(LabReport.Reached.class).over());
        page.reports.clear();
        page.send(new LabCommand.RunTo(2_000_000));
        assertTrue(page.last(LabReport.Reached.class).over());
    }

    private String told() {
        StringBuilder text = new StringBuilder();
        for (LabReport.Reached each : page.all(LabReport.Reached.class)) {
            text.append(new String(each.bytes().toArray(), StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    private List<Double> bits() {
        List<Double> bits = new ArrayList<>();
        for (LabReport.Reached each : page.all(LabReport.Reached.class)) {
            for (double cost : each.bits().toArray()) {
                bits.add(cost);
            }
        }
        return bits;
    }
}
