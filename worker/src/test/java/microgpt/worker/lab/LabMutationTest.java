package microgpt.worker.lab;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import microgpt.Mutations;
import microgpt.protocol.Bytes;
import microgpt.protocol.Numbered;
import microgpt.protocol.Source;
import microgpt.protocol.lab.LabCodec;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.worker.backend.SmallMemory;
import org.junit.jupiter.api.Test;

/** Whatever bytes arrive, they are refused, or a command: that has an effect, or fails in words, and the session goes on. */
class LabMutationTest {
    private static final LabCodec CODEC = new LabCodec();
    private static final int FLOATS = 1 << 20;
    /** By a session, what it learns and what it reports. */
    private static final long MOST_TAKEN = 400L << 20;

    @Test
    void commandsThatWereSpoilt() throws Exception {
        List<LabCommand> samples = List.of(
                new LabCommand.Start(Recipes.tiny(), new Source.Supplied("test")),
                new LabCommand.Start(Recipes.tiny(), new Source.Phases(Recipes.phases())),
                new LabCommand.Start(Recipes.tiny(), new Source.Typed()),
                new LabCommand.Start(Recipes.tiny(), new Source.Url("https://example.org/a.txt", 1000)),
                new LabCommand.Start(Recipes.tiny(), new Source.HuggingFace("a/b", "", "", "", 1000)),
                new LabCommand.Append(1, LabPage.bytes("the cat sat on the mat. "), false),
                new LabCommand.Type(LabPage.bytes("the cat")),
                new LabCommand.Run(),
                new LabCommand.Pause(),
                new LabCommand.Step(),
                new LabCommand.Speed(10),
                new LabCommand.Tune(Recipes.tiny()),
                new LabCommand.Sample(1, LabPage.bytes("the"), 0.8, 40, 0.9, 60, 7),
                new LabCommand.Watch(true, true),
                new LabCommand.CancelLoading());
        List<byte[]> bytes = samples.stream()
                .map(command -> CODEC.encodeCommand(1000, command))
                .toList();
        Mutations.Outcome outcome =
                new Mutations(bytes, IllegalArgumentException.class, MOST_TAKEN).check(LabMutationTest::feed);
        assertTrue(outcome.read() > outcome.refused() / 10, outcome.toString());
    }

    private static void feed(byte[] bytes) {
        Numbered<LabCommand> command = CODEC.decodeCommand(bytes);
        LabPage page = new LabPage(SmallMemory.backend(FLOATS));
        page.startSupplied();
        page.append(LabPage.bytes("a dog lay by the log. ".repeat(20)), false);
        page.send(new LabCommand.Run());
        page.loop.tick(3);
        page.loop.turn();
        page.handle(command);
        page.send(new LabCommand.Step(), new LabCommand.Sample(2, Bytes.EMPTY, 1, 0, 1, 3, 7));
        for (int turn = 0; turn < 10; turn++) {
            page.loop.turn();
        }
        for (LabReport.Failed failed : page.all(LabReport.Failed.class)) {
            assertFalse(failed.message().isBlank(), failed.toString());
            assertFalse(failed.message().contains("no description"), failed.toString());
            assertFalse(failed.message().contains("out of bounds"), failed.toString());
        }
    }
}
