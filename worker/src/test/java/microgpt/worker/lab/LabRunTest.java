package microgpt.worker.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import microgpt.compute.JavaBackend;
import microgpt.config.OnlineRecipe;
import microgpt.protocol.Source;
import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;

class LabRunTest {
    private static final String SMALLEST = OnlineRecipe.parse(Recipes.tiny(), "tiny")
            .withAll(Map.of(
                    "model.d_model", "4",
                    "model.n_heads", "1",
                    "model.d_mlp", "4",
                    "model.context_length", "8",
                    "protocol.context", "0",
                    "protocol.stride", "8",
                    "selective_backprop.enabled", "true",
                    "selective_backprop.threshold_bits", "100",
                    "experience_replay.capacity", "50"))
            .toJson();

    @Test
    void whatIsTypedOrAddedForEverIsGivenUpBehindTheRun() {
        for (Source source : new Source[] {new Source.Supplied("log"), new Source.Typed()}) {
            LabRun run = LabRun.build(1, SMALLEST, source, JavaBackend.alone());
            LabReport.Started started = run.started();
            run.stream().holdUntil(0); // as after more than a reader can go back to
            assertTrue(started.mostMemoryBytes() > started.memoryBytes());
            for (int line = 0; line < 1300; line++) {
                String text = "line " + line + " of a log that never ends\n";
                if (source instanceof Source.Typed) {
                    run.type(LabPage.bytes(text));
                } else {
                    run.append(LabPage.bytes(text), false);
                }
                while (run.canStep()) {
                    run.step();
                    assertTrue(run.engine().heldBytes() <= started.mostMemoryBytes());
                }
            }
            assertFalse(
                    run.stream().isWhole(), source + " after " + run.engine().position());
            assertTrue(LabReports.nextByte(run).truth() >= 0);
            assertEquals(
                    run.engine().position(),
                    LabReports.phases(1, run.engine()).scores().get(0).bytes());
            assertTrue(LabReports.attention(1, run.engine()).positions() > 0);
            run.end();
        }
    }
}
