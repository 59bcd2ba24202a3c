package microgpt.worker.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import microgpt.protocol.Bytes;
import microgpt.protocol.Source;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.worker.fetch.Fetcher;
import microgpt.worker.fetch.HandTransfer;
import org.junit.jupiter.api.Test;

/** Where a session of the laboratory gets its stream from. */
class LabStreamTest {
    private static final String TEXT = "the cat sat on the mat. the dog sat on the log. ".repeat(20);

    private final LabPage page = new LabPage();

    @Test
    void theBuiltInPhasesAreAStreamThatIsKnownAtOnce() {
        page.send(new LabCommand.Start(Recipes.tiny(), new Source.Phases(Recipes.phases())));
        LabReport.Started started = page.last(LabReport.Started.class);
        assertTrue(started.phases().size() > 1);
        assertEquals(started.phases().get(started.phases().size() - 1).end(), started.streamBytes());
        assertTrue(started.parameters() > 1000 && started.memoryBytes() > 4L * started.parameters());
    }

    @Test
    void piecesGiveTheSameLossesAsTheWhole() {
        LabPage inPieces = new LabPage();
        inPieces.startSupplied();
        inPieces.send(new LabCommand.Run());
        for (int from = 0; from < TEXT.length(); from += 37) {
            inPieces.append(LabPage.bytes(TEXT.substring(from, Math.min(TEXT.length(), from + 37))), false);
            inPieces.loop.exhaust();
            assertTrue(inPieces.last(LabReport.Transport.class).running());
        }
        inPieces.append(Bytes.EMPTY, true);
        inPieces.loop.exhaust();
        page.startWith(TEXT);
        page.send(new LabCommand.Speed(1e6), new LabCommand.Run());
        page.loop.tick(1);
        page.loop.exhaust();
        assertEquals(
                page.last(LabReport.Progress.class).codeLengthBytes(),
                inPieces.last(LabReport.Progress.class).codeLengthBytes());
        assertTrue(inPieces.last(LabReport.Transport.class).atEnd());
    }

    @Test
    void piecesOfARunThatWasLeftAreDropped() {
        page.startSupplied();
        int left = page.run();
        page.startSupplied();
        page.send(new LabCommand.Append(left, LabPage.bytes(TEXT), true));
        page.append(LabPage.bytes("ab"), true);
        page.send(new LabCommand.Run());
        page.loop.exhaust();
        assertEquals(2, page.position());
        assertTrue(page.all(LabReport.Failed.class).isEmpty());
    }

    @Test
    void everyKeyIsPredictedBeforeItIsLearned() {
        page.send(new LabCommand.Start(Recipes.tiny(), new Source.Typed()));
        assertEquals(0, page.last(LabReport.NextByte.class).position());
        assertEquals(-1, page.last(LabReport.NextByte.class).truth());
        for (String key : List.of("h", "e", "y")) {
            page.send(new LabCommand.Type(LabPage.bytes(key)));
            page.loop.exhaust();
            LabReport.NextByte next = page.last(LabReport.NextByte.class);
            assertEquals(key.charAt(0), next.truth());
            assertTrue(next.truthBits() > 0);
            assertEquals(10, next.candidates().size());
        }
        assertEquals(3, page.position());
        assertEquals(3, page.last(LabReport.Progress.class).step());
        assertEquals(3, page.bits().size());
    }

    @Test
    void aPageOfKeysIsLearnedWithoutAReportForEach() {
        page.send(new LabCommand.Start(Recipes.tiny(), new Source.Typed()));
        page.send(new LabCommand.Type(LabPage.bytes(TEXT)));
        page.loop.exhaust();
        assertEquals(TEXT.length(), page.position());
        assertTrue(page.all(LabReport.NextByte.class).size() < 100);
    }

    @Test
    void anEmptyStreamIsAClearMessage() {
        page.startWith("");
        assertTrue(page.last(LabReport.Failed.class).message().contains("empty"));
        page.send(new LabCommand.Run());
        page.loop.exhaust();
        assertTrue(page.last(LabReport.Transport.class).atEnd());
    }

    @Test
    void oneByteIsAStream() {
        page.startSupplied();
        page.append(Bytes.of((byte) -1), true);
        page.send(new LabCommand.Run());
        page.loop.exhaust();
        assertEquals(1, page.position());
        assertEquals(List.of((float) page.last(LabReport.Progress.class).whole()), page.bits());
    }

    @Test
    void aStreamFromAnAddressIsLearnedWhileItLoads() {
        HandTransfer server = new HandTransfer();
        LabPage loader = new LabPage(server);
        loader.send(new LabCommand.Start(Recipes.tiny(), new Source.Url("https://x/y.txt", 5000)));
        server.receiver().opened(200, "text/plain", -1);
        server.send(LabPage.bytes(TEXT).toArray());
        assertEquals(
                "y.txt", loader.last(LabReport.Started.class).phases().get(0).name());
        loader.send(new LabCommand.Run());
        loader.loop.exhaust();
        assertEquals(TEXT.length() - TEXT.length() % 8, loader.position());
        loader.send(new LabCommand.CancelLoading());
        loader.loop.exhaust();
        assertTrue(server.isAborted());
        assertEquals(TEXT.length(), loader.position());
        assertTrue(loader.last(LabReport.Transport.class).atEnd());
    }

    @Test
    void anAddressThatFailsLeavesTheRunAsItWas() {
        HandTransfer server = new HandTransfer();
        LabPage loader = new LabPage(server);
        loader.startWith(TEXT);
        int before = loader.run();
        loader.send(new LabCommand.Step());
        List<Consumer<Fetcher.Receiver>> answers = List.of(
                to -> to.opened(404, "text/plain", 9),
                to -> to.opened(200, "text/html", 9),
                to -> to.redirected("https://elsewhere"),
                to -> to.failed("offline"),
                Fetcher.Receiver::ended);
        for (Consumer<Fetcher.Receiver> answer : answers) {
            loader.send(new LabCommand.Start(Recipes.tiny(), new Source.Url("https://x/y.txt", 5000)));
            assertEquals(new LabReport.Awaited(loader.sent, false), loader.last(LabReport.Awaited.class));
            answer.accept(server.receiver());
            assertEquals(loader.sent, loader.last(LabReport.Failed.class).command());
            assertEquals(new LabReport.Awaited(loader.sent, true), loader.last(LabReport.Awaited.class));
            assertEquals(before, loader.run());
        }
        loader.send(new LabCommand.Run());
        loader.loop.exhaust();
        assertEquals(TEXT.length(), loader.position());
    }

    @Test
    void theRunGoesOnUntilTheFirstBytesOfTheNextArrive() {
        HandTransfer server = new HandTransfer();
        LabPage loader = new LabPage(server);
        loader.startWith(TEXT);
        int before = loader.run();
        loader.send(
                new LabCommand.Run(), new LabCommand.Start(Recipes.tiny(), new Source.Url("https://x/y.txt", 5000)));
        int start = loader.sent;
        loader.loop.exhaust();
        assertEquals(TEXT.length(), loader.position());
        assertEquals(before, loader.run());
        server.receiver().opened(200, "text/plain", -1);
        server.send(LabPage.bytes(TEXT).toArray());
        assertEquals(start, loader.run());
        assertEquals(start, loader.last(LabReport.Loading.class).run());
    }

    @Test
    void anAwaitedStreamCanBeGivenUp() {
        HandTransfer server = new HandTransfer();
        LabPage loader = new LabPage(server);
        loader.startWith(TEXT);
        int before = loader.run();
        loader.send(
                new LabCommand.Start(Recipes.tiny(), new Source.Url("https://x/y.txt", 5000)),
                new LabCommand.CancelLoading());
        assertTrue(loader.last(LabReport.Awaited.class).over());
        assertTrue(server.isAborted());
        loader.send(new LabCommand.Run());
        loader.loop.exhaust();
        assertEquals(before, loader.run());
        assertEquals(TEXT.length(), loader.position());
    }

    @Test
    void aDownloadIsSixteenMegabytesAheadOfLearningAtMost() {
        HandTransfer server = new HandTransfer();
        LabPage loader = new LabPage(server);
        loader.send(new LabCommand.Start(Recipes.tiny(), new Source.Url("https://x/y.txt", 1L << 40)));
        server.receiver().opened(200, "text/plain", 1L << 40);
        int pieces = 0;
        for (; server.wanted() > 0; pieces++) {
            server.send(new byte[1 << 20]);
        }
        assertEquals(16, pieces);
        assertEquals(
                "the rest follows as it is read",
                loader.last(LabReport.Loading.class).waiting());
        loader.send(new LabCommand.Step());
        assertEquals(1, server.wanted());
        assertEquals("", loader.last(LabReport.Loading.class).waiting());
    }

    @Test
    void thePageIsToldWhenToWaitWithTheNextPiece() {
        page.startSupplied();
        byte[] piece = new byte[1 << 20];
        for (int pieces = 1; pieces <= 16; pieces++) {
            page.append(Bytes.of(piece), false);
            assertEquals(
                    pieces < 16, page.last(LabReport.Loading.class).waiting().isEmpty(), pieces + " pieces");
        }
        page.send(new LabCommand.Step());
        assertEquals(17, page.all(LabReport.Loading.class).size());
        assertEquals("", page.last(LabReport.Loading.class).waiting());
        page.send(new LabCommand.Step());
        assertEquals(17, page.all(LabReport.Loading.class).size());
    }
}
