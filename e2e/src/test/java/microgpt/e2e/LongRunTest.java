package microgpt.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import microgpt.config.OnlineRecipe;
import microgpt.protocol.Bytes;
import microgpt.protocol.Source;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many steps in a real browser: nothing piles up, and the back ends stay together. */
@ExtendWith(LabExtension.class)
final class LongRunTest {
    private static final int STEPS = Integer.getInteger("growthSteps", 100_000);

    /** What a heap may hold more after all steps: a few pages of a stream, and a browser's own heap breathes. */
    private static final double MOST_GROWTH_BYTES = 128 * 1024;

    /** A very small model whose tables and replayed windows are soon full. */
    private static final Map<String, String> SMALL = Map.ofEntries(
            Map.entry("model.d_model", "4"),
            Map.entry("model.n_heads", "1"),
            Map.entry("model.d_mlp", "4"),
            Map.entry("model.context_length", "4"),
            Map.entry("protocol.context", "0"),
            Map.entry("protocol.stride", "4"),
            Map.entry("experience_replay.capacity", "500"),
            Map.entry("mixture.megabytes", "1"));

    private static final int STRIDE = 4;
    /** What the laboratory's worker is given at a time. */
    private static final int PIECE = 1 << 16;

    /** In nats, of the mean loss of a step: rounding, amplified by 200 steps of learning. */
    private static final double DRIFT_TOLERANCE = 1e-3;

    @Test
    void theWorkerOfTheLaboratoryReadsOnInAFlatHeap(Lab lab) throws IOException {
        String recipe = OnlineRecipe.parse(
                        Files.readString(LabExtension.built().resolve("configs/online.tiny.json")), "tiny")
                .withAll(SMALL)
                .toJson();
        BareWorker worker = BareWorker.openFast(lab.page(), lab.site());
        worker.until(report -> report instanceof LabReport.Ready);
        WorkerHeap heap = new WorkerHeap(lab.page());
        worker.send(List.of(new LabCommand.Start(recipe, new Source.Supplied("text"))));
        int third = STEPS / 3;
        read(worker, 0, third);
        double before = heap.liveBytes();
        read(worker, third, 3 * third);
        double held = (2.0 * third) * STRIDE; // the stream, for going back in it
        assertFlat("worker of the laboratory", heap.liveBytes() - before - held);
    }

    /**
     * Lets the run make all steps from one to another, as a race does: then no states are kept for time travel, which are
     * bounded by themselves.
     */
    private static void read(BareWorker worker, int from, int to) {
        byte[] text = SameLossTest.text(PIECE);
        long end = (long) to * STRIDE;
        for (long at = (long) from * STRIDE; at < end; at += PIECE) {
            byte[] piece = Arrays.copyOf(text, (int) Math.min(PIECE, end - at));
            long read = at + piece.length;
            worker.send(List.of(new LabCommand.Append(1, Bytes.of(piece), false), new LabCommand.RunTo(read)));
            worker.until(report -> report instanceof LabReport.Reached last && last.position() == read);
        }
    }

    private static void assertFlat(String what, double growth) {
        Figures.print("heap of the " + what + " after " + STEPS + " steps", growth + " bytes more");
        assertTrue(growth < MOST_GROWTH_BYTES, growth + " bytes");
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
