package microgpt.worker.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import microgpt.protocol.Bytes;
import microgpt.protocol.Source;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainReport;
import microgpt.worker.storage.MemoryDisk;
import org.junit.jupiter.api.Test;

/** A failure names the command that it answers, however long that takes. */
class TrainFailureTest {
    private final TrainPage page = new TrainPage(new MemoryDisk());

    @Test
    void aDownloadThatFailsNamesTheCommandThatAskedForTheText() {
        page.web.answer(404, "{}");
        page.send(new TrainCommand.LoadText(new Source.Wikipedia("en", "Cat", 1000)));
        int asked = page.sent;
        page.send(new TrainCommand.ListRuns());
        page.loop.exhaust();
        assertEquals(List.of(asked), numbers());
    }

    @Test
    void whatStorageRefusesNamesItsCommand() {
        page.send(new TrainCommand.Rename("run-none", "other"), new TrainCommand.ShowHistory("run-none"));
        page.loop.exhaust();
        assertTrue(numbers().contains(page.sent), numbers().toString());
    }

    @Test
    void anImportThatFailsNamesItsLastPiece() {
        page.send(
                new TrainCommand.ImportFile("cat.png", bytes("no"), false),
                new TrainCommand.ImportFile("cat.png", bytes("model"), true));
        assertEquals(List.of(page.sent), numbers());
    }

    @Test
    void aSampleThatCannotBeWrittenNamesItsCommand() {
        page.start(12);
        page.send(new TrainCommand.Sample(1, Bytes.EMPTY, -1, 0, 1, 40, 7));
        int bad = page.sent;
        page.send(new TrainCommand.Sample(2, Bytes.EMPTY, 1, 0, 1, 40, 7));
        page.loop.exhaust();
        assertEquals(List.of(bad), numbers());
        assertEquals(2, page.last(TrainReport.Sampled.class).id());
        assertTrue(page.last(TrainReport.Sampled.class).complete());
    }

    private List<Integer> numbers() {
        return page.all(TrainReport.Failed.class).stream()
                .map(TrainReport.Failed::command)
                .toList();
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
    }
}
