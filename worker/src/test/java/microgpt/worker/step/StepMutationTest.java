package microgpt.worker.step;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import microgpt.Mutations;
import microgpt.protocol.Numbered;
import microgpt.protocol.step.StepCodec;
import microgpt.protocol.step.StepCommand;
import microgpt.protocol.step.StepReport;
import microgpt.worker.loop.HandLoop;
import org.junit.jupiter.api.Test;

/** Whatever bytes arrive, they are refused, or a command: that has an effect, or fails in words, and the session goes on. */
class StepMutationTest {
    private static final StepCodec CODEC = new StepCodec();
    /** By a session that computes one number at a time, each an object, and throws them away after every position. */
    private static final long MOST_TAKEN = 4L << 30;

    private static final StepCommand LOAD = new StepCommand.Load("ada\nbo\ncy", 1, 2, 8, 6, 42, 50, 0.01);
    private static final List<StepCommand> SAMPLES = List.of(
            LOAD,
            new StepCommand.Forward(),
            new StepCommand.Run(10),
            new StepCommand.Stop(),
            new StepCommand.Tune(60, 0.02),
            new StepCommand.Edit(3, 0.5),
            new StepCommand.ShowWeights(),
            new StepCommand.Draw(0.5),
            new StepCommand.Write(20, 0.8));

    @Test
    void commandsThatWereSpoilt() throws Exception {
        List<byte[]> bytes = SAMPLES.stream()
                .map(command -> CODEC.encodeCommand(1000, command))
                .toList();
        Mutations.Outcome outcome =
                new Mutations(bytes, IllegalArgumentException.class, MOST_TAKEN).check(StepMutationTest::feed);
        assertTrue(outcome.read() > outcome.refused() / 10, outcome.toString());
    }

    private static void feed(byte[] bytes) {
        Numbered<StepCommand> command = CODEC.decodeCommand(bytes);
        HandLoop loop = new HandLoop();
        List<StepReport> reports = new ArrayList<>();
        StepSession session =
                new StepSession(loop, report -> reports.add(CODEC.decodeReport(CODEC.encodeReport(report))));
        session.handle(new Numbered<>(1, LOAD));
        session.handle(new Numbered<>(2, new StepCommand.Run(0)));
        loop.tick(3);
        loop.turn();
        session.handle(command);
        session.handle(new Numbered<>(3, new StepCommand.Write(2, 1)));
        for (int turn = 0; turn < 10; turn++) {
            loop.turn();
        }
        for (StepReport report : reports) {
            if (report instanceof StepReport.Failed failed) {
                assertFalse(failed.message().isBlank(), failed.toString());
                assertFalse(failed.message().contains("no description"), failed.toString());
                assertFalse(failed.message().contains("out of bounds"), failed.toString());
            }
        }
    }
}
