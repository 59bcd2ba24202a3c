package microgpt.worker.train;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import microgpt.Mutations;
import microgpt.protocol.Bytes;
import microgpt.protocol.Numbered;
import microgpt.protocol.Source;
import microgpt.protocol.train.TrainCodec;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainCommand.Ablation;
import microgpt.protocol.train.TrainCommand.Format;
import microgpt.protocol.train.TrainCommand.Generation;
import microgpt.protocol.train.TrainCommand.Part;
import microgpt.protocol.train.TrainReport;
import microgpt.worker.backend.SmallMemory;
import microgpt.worker.storage.MemoryDisk;
import org.junit.jupiter.api.Test;

/** Whatever bytes arrive, they are refused, or a command: that has an effect, or fails in words, and the session goes on. */
class TrainMutationTest {
    private static final TrainCodec CODEC = new TrainCodec();
    private static final int FLOATS = 1 << 20;
    /** By a session, what it learns and what it reports. */
    private static final long MOST_TAKEN = 400L << 20;

    private static final String PLAN =
            "{\"seed\": 1, \"phases\": [{\"phase\": \"stories\", \"bytes\": 4000}, {\"phase\": \"names\", \"bytes\": 2000}]}";

    @Test
    void commandsThatWereSpoilt() throws Exception {
        TrainPage page = new TrainPage(new MemoryDisk());
        String run = page.start(6);
        page.send(new TrainCommand.ExportFile(run, Format.MODEL));
        page.loop.exhaust();
        List<byte[]> bytes = samples(run, page.last(TrainReport.Exported.class)).stream()
                .map(command -> CODEC.encodeCommand(1000, command))
                .toList();
        Mutations.Outcome outcome =
                new Mutations(bytes, IllegalArgumentException.class, MOST_TAKEN).check(TrainMutationTest::feed);
        assertTrue(outcome.read() > outcome.refused() / 10, outcome.toString());
    }

    private static List<TrainCommand> samples(String run, TrainReport.Exported file) {
        String training = TrainPage.training(6);
        return List.of(
                new TrainCommand.LoadText(new Source.Supplied("a verse")),
                new TrainCommand.LoadText(new Source.Phases(PLAN)),
                new TrainCommand.LoadText(new Source.Url("https://example.org/a.txt", 1000)),
                new TrainCommand.LoadText(new Source.HuggingFace("a/b", "", "", "", 1000)),
                new TrainCommand.LoadText(new Source.Wikipedia("en", "Pear", 1000)),
                new TrainCommand.Append(Bytes.of("the cat".getBytes(StandardCharsets.US_ASCII)), true),
                new TrainCommand.CancelLoading(),
                new TrainCommand.Estimate(TrainPage.MODEL, training),
                new TrainCommand.Start("second", TrainPage.MODEL, training, false),
                new TrainCommand.Start("third", TrainPage.MODEL, training, true),
                new TrainCommand.Run(),
                new TrainCommand.Pause(),
                new TrainCommand.Stop(),
                new TrainCommand.GoOn(5),
                new TrainCommand.SetLearningRate(0.001),
                new TrainCommand.Save(),
                new TrainCommand.Sample(1, Bytes.EMPTY, 0.8, 40, 0.9, 60, 7),
                new TrainCommand.StopSamples(),
                new TrainCommand.LookInside(2, Bytes.of((byte) 65, (byte) 66), new Ablation(Part.HEAD, 1, 1)),
                new TrainCommand.ListRuns(),
                new TrainCommand.Rename(run, "other"),
                new TrainCommand.Delete(run),
                new TrainCommand.Resume(run, Generation.NEWEST),
                new TrainCommand.ShowHistory(run),
                new TrainCommand.ExportFile(run, Format.TINYGPT),
                new TrainCommand.ImportFile(file.fileName(), file.content(), true),
                new TrainCommand.ShowStorage());
    }

    private static void feed(byte[] bytes) {
        Numbered<TrainCommand> command = CODEC.decodeCommand(bytes);
        TrainPage page = new TrainPage(SmallMemory.backend(FLOATS), new MemoryDisk());
        page.start(6); // under the same name as the run of the samples: the clock begins alike
        page.send(new TrainCommand.Run());
        page.loop.tick(3);
        page.loop.turn();
        page.handle(command);
        page.send(new TrainCommand.Sample(2, Bytes.EMPTY, 1, 0, 1, 3, 7));
        for (int turn = 0; turn < 10; turn++) {
            page.loop.turn();
        }
        for (TrainReport.Failed failed : page.all(TrainReport.Failed.class)) {
            assertFalse(failed.message().isBlank(), failed.toString());
            assertFalse(failed.message().contains("no description"), failed.toString());
            assertFalse(failed.message().contains("out of bounds"), failed.toString());
        }
    }
}
