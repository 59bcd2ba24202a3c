package microgpt.worker.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import microgpt.names.NamesConfig;
import microgpt.protocol.Numbered;
import microgpt.protocol.step.StepCommand;
import microgpt.protocol.step.StepReport;
import microgpt.step.Stepper;
import microgpt.worker.loop.HandLoop;
import org.junit.jupiter.api.Test;

class StepSessionTest {
    private static final String NAMES = "ada\nbo\ncy";

    private final HandLoop loop = new HandLoop();
    private final List<StepReport> reports = new ArrayList<>();
    private final StepSession session = new StepSession(loop, reports::add);

    @Test
    void loadingTellsWhatThereIs() {
        load(50);
        StepReport.Loaded loaded = newest(StepReport.Loaded.class);
        assertEquals(3, loaded.documents());
        assertEquals(0, loaded.cutDocuments());
        assertEquals(List.of("a", "b", "c", "d", "o", "y"), loaded.characters());
        assertEquals(new StepReport.Matrix("wte", 7, 8), loaded.matrices().get(0));
        int numbers = 0;
        for (StepReport.Matrix matrix : loaded.matrices()) {
            numbers += matrix.rows() * matrix.columns();
        }
        assertEquals(loaded.parameters(), numbers);
        assertEquals(new StepReport.Running(0, false, 0, false), newest(StepReport.Running.class));
    }

    @Test
    void beforeAnyStepItSaysWhatItWouldSay() {
        load(50);
        StepReport.Seen seen = newest(StepReport.Seen.class);
        assertEquals(StepReport.Scene.UNTAUGHT, seen.scene());
        session.on(new StepCommand.Forward());
        StepReport.Seen learned = newest(StepReport.Seen.class);
        assertEquals(StepReport.Scene.LEARNING, learned.scene());
        assertEquals(learned.parts(), seen.parts());
        load(50);
        session.on(new StepCommand.Edit(0, 7.5));
        assertEquals(StepReport.Scene.AFTER_EDIT, newest(StepReport.Seen.class).scene());
    }

    @Test
    void aStepShowsItsRowAndAllItsNumbers() {
        load(50);
        session.on(new StepCommand.Forward());
        session.on(new StepCommand.Forward());
        List<StepReport.Row> rows = rows();
        assertEquals(2, rows.size());
        assertEquals(1, rows.get(1).position());
        assertEquals(rows.get(0).target(), rows.get(1).token());
        StepReport.Seen seen = newest(StepReport.Seen.class);
        assertEquals(List.of(rows.get(0).token(), rows.get(1).token()), seen.context());
        assertEquals(rows.get(1).target(), seen.target());
        StepReport.Part loss = seen.parts().stream()
                .filter(part -> part.name().equals("loss"))
                .findFirst()
                .orElseThrow();
        assertEquals(rows.get(1).loss(), loss.values().at(0));
    }

    @Test
    void runningTakesThePlannedStepsAndTellsEveryLossOnce() {
        load(40);
        loop.tick(1);
        session.on(new StepCommand.Run(0));
        loop.exhaust();
        Stepper same = new Stepper(NAMES, config(40));
        List<StepReport.Row> rows = rows();
        assertEquals(40, rows.size());
        for (int i = 0; i < 40; i++) {
            assertEquals(i + 1, rows.get(i).step());
            assertEquals(same.forward().loss(), rows.get(i).loss());
        }
        assertEquals(new StepReport.Running(0, false, 40, true), newest(StepReport.Running.class));
        session.on(new StepCommand.Forward());
        assertEquals(40, rows().size());
        session.on(new StepCommand.Tune(41, 0.01));
        session.on(new StepCommand.Forward());
        assertEquals(41, rows().size());
    }

    @Test
    void aRunThatDivergesStopsAtTheStepAndSaysWhich() {
        handle(1, new StepCommand.Load(NAMES, 1, 2, 8, 6, 42, 1000, 1));
        handle(2, new StepCommand.Run(0));
        loop.exhaust();
        StepReport.Diverged diverged = newest(StepReport.Diverged.class);
        List<StepReport.Row> rows = rows();
        assertEquals(rows.size() + 1, diverged.step());
        assertFalse(Double.isFinite(diverged.loss()));
        assertEquals(1, diverged.learningRate());
        assertTrue(rows.stream().allMatch(row -> Double.isFinite(row.loss())));
        assertEquals(new StepReport.Running(1, false, rows.size(), false), newest(StepReport.Running.class));
        handle(3, new StepCommand.ShowWeights());
        for (double weight : newest(StepReport.Weights.class).values().toArray()) {
            assertTrue(Double.isFinite(weight));
        }
        handle(4, new StepCommand.Forward());
        assertEquals(2, all(StepReport.Diverged.class).size());
        assertEquals(0, all(StepReport.Failed.class).size());
    }

    @Test
    void aPaceIsKeptAndStoppingStops() {
        load(1000);
        session.on(new StepCommand.Run(10));
        double end = loop.now() + 1000;
        while (loop.now() < end && loop.turn()) {}
        session.on(new StepCommand.Stop());
        int taken = rows().size();
        assertTrue(taken >= 9 && taken <= 12, taken + " steps in a second");
        loop.exhaust();
        assertEquals(taken, rows().size());
        assertFalse(newest(StepReport.Running.class).running());
    }

    @Test
    void anEditIsSeenAtOnce() {
        load(50);
        session.on(new StepCommand.Forward());
        StepReport.Seen before = newest(StepReport.Seen.class);
        session.on(new StepCommand.Edit(0, 7.5));
        StepReport.Seen after = newest(StepReport.Seen.class);
        assertEquals(StepReport.Scene.AFTER_EDIT, after.scene());
        assertEquals(before.context(), after.context());
        assertNotEquals(before.parts(), after.parts());
        assertEquals(7.5, newest(StepReport.Weights.class).values().at(0));
    }

    @Test
    void tokensAreDrawnOneByOneUntilTheNameEnds() {
        load(50);
        String text = "";
        StepReport.Drawn drawn;
        do {
            session.on(new StepCommand.Draw(0.5));
            drawn = newest(StepReport.Drawn.class);
            assertEquals(text.length() + 1, drawn.context().size());
            text = drawn.text();
        } while (!drawn.ended());
        assertEquals(new StepReport.Written(0, text, false, true), newest(StepReport.Written.class));
        session.on(new StepCommand.Draw(0.5));
        assertEquals(1, newest(StepReport.Drawn.class).context().size());
    }

    @Test
    void namesAreWrittenOneATurn() {
        load(50);
        session.on(new StepCommand.Write(20, 0.8));
        loop.exhaust();
        List<StepReport.Written> written = all(StepReport.Written.class);
        assertEquals(20, written.size());
        assertTrue(written.get(19).last());
        assertFalse(written.get(18).last());
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        session.on(new StepCommand.Forward());
        assertFailed("load some names first");
        session.on(new StepCommand.Load("ada", 1, 3, 16, 16, 42, 1000, 0.01));
        assertFailed("16 must be a multiple of nHeads 3");
        session.on(new StepCommand.Load("ada", 8, 4, 256, 16, 42, 1000, 0.01));
        assertFailed("too many to look at one by one");
        session.on(new StepCommand.Load(" ", 1, 4, 16, 16, 42, 1000, 0.01));
        assertFailed("no name to learn");
    }

    @Test
    void aCommandThatFailsStopsNothingElse() {
        load(1000);
        loop.tick(1);
        handle(3, new StepCommand.Run(0));
        handle(4, new StepCommand.Write(20, 0.8));
        handle(5, new StepCommand.Edit(-1, 2));
        assertEquals(5, newest(StepReport.Failed.class).command());
        assertTrue(newest(StepReport.Running.class).running());
        loop.exhaust();
        assertEquals(1000, rows().size());
        assertEquals(20, all(StepReport.Written.class).size());
        assertEquals(1, all(StepReport.Failed.class).size());
    }

    @Test
    void namesThatCannotBeWrittenFailAsTheCommandThatAskedForThem() {
        load(50);
        handle(3, new StepCommand.Write(20, -1));
        loop.exhaust();
        assertEquals(
                List.of(3),
                all(StepReport.Failed.class).stream()
                        .map(StepReport.Failed::command)
                        .toList());
    }

    private void handle(int number, StepCommand command) {
        session.handle(new Numbered<>(number, command));
    }

    private void assertFailed(String part) {
        String message = newest(StepReport.Failed.class).message();
        assertTrue(message.contains(part), message);
    }

    private void load(int steps) {
        session.on(new StepCommand.Load(NAMES, 1, 2, 8, 6, 42, steps, 0.01));
    }

    private static NamesConfig config(int steps) {
        return NamesConfig.DEFAULT
                .with(new NamesConfig.Shape(1, 2, 8, 6))
                .with(new NamesConfig.Learning(0.01, 0.85, 0.99, 1e-8, steps, 1));
    }

    private List<StepReport.Row> rows() {
        List<StepReport.Row> rows = new ArrayList<>();
        for (StepReport.Learned learned : all(StepReport.Learned.class)) {
            rows.addAll(learned.rows());
        }
        return rows;
    }

    private <T> List<T> all(Class<T> type) {
        return reports.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private <T> T newest(Class<T> type) {
        List<T> found = all(type);
        return found.get(found.size() - 1);
    }
}
