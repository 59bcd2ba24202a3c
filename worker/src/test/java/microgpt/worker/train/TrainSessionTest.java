package microgpt.worker.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import microgpt.protocol.Bytes;
import microgpt.protocol.Limit;
import microgpt.protocol.Source;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainCommand.Ablation;
import microgpt.protocol.train.TrainCommand.Format;
import microgpt.protocol.train.TrainCommand.Generation;
import microgpt.protocol.train.TrainCommand.Part;
import microgpt.protocol.train.TrainReport;
import microgpt.worker.storage.Disk;
import microgpt.worker.storage.Heard;
import microgpt.worker.storage.MemoryDisk;
import microgpt.worker.storage.Tabs;
import org.junit.jupiter.api.Test;

class TrainSessionTest {
    private static final int STEPS = 12;

    private final MemoryDisk disk = new MemoryDisk();
    private final TrainPage page = new TrainPage(disk);

    @Test
    void aRunTrainsToItsEndAndIsSaved() {
        String run = page.start(STEPS);
        assertEquals(0, page.last(TrainReport.Saved.class).steps());
        page.send(new TrainCommand.Run());
        page.loop.exhaust();
        TrainReport.Transport end = page.last(TrainReport.Transport.class);
        assertTrue(end.done() && !end.running());
        assertEquals(STEPS, page.losses().size());
        assertEquals(STEPS, page.last(TrainReport.Saved.class).steps());
        assertTrue(page.losses().get(STEPS - 1) < page.losses().get(0));
        assertEquals(4, page.all(TrainReport.Looked.class).size()); // at 0, 4, 8 and 12
        assertEquals(-2, page.last(TrainReport.Sampled.class).id());
        page.send(new TrainCommand.ListRuns());
        TrainReport.SavedRun saved = page.last(TrainReport.Library.class).runs().get(0);
        assertEquals(run, saved.run());
        assertEquals(200, saved.sample().size());
        page.send(new TrainCommand.ShowHistory(run));
        assertEquals(
                4, page.last(TrainReport.History.class).losses().validation().size());
        assertEquals(List.of(), page.all(TrainReport.Failed.class));
    }

    @Test
    void killedAtAnyMomentARunGoesOnWithTheSameLosses() {
        page.start(STEPS);
        page.send(new TrainCommand.Run());
        page.loop.exhaust();
        List<Float> uninterrupted = page.losses();
        for (int turns = 1; turns < 30; turns += 4) {
            MemoryDisk left = new MemoryDisk();
            TrainPage killed = new TrainPage(left);
            String run = killed.start(STEPS);
            killed.loop.tick(4); // a slice is three looks at the clock
            killed.send(new TrainCommand.Run());
            for (int i = 0; i < turns; i++) {
                killed.loop.turn();
            }
            TrainPage reloaded = new TrainPage(left);
            reloaded.send(new TrainCommand.Resume(run, Generation.NEWEST));
            int from = reloaded.losses().size();
            assertTrue(
                    killed.losses().size() - from <= 3,
                    from + " of " + killed.losses().size());
            reloaded.send(new TrainCommand.Run());
            reloaded.loop.exhaust();
            assertEquals(uninterrupted, reloaded.losses(), "killed after " + turns + " turns");
        }
    }

    @Test
    void aTextFromTheWebIsToldAsItArrivesAndCanBeTrainedOn() {
        page.web
                .answer(503, "")
                .answer(
                        200,
                        "{\"query\": {\"pages\": [{\"title\": \"Cat\", \"extract\": \"" + "A cat purrs. ".repeat(40)
                                + "\"}]}}");
        page.send(new TrainCommand.LoadText(new Source.Wikipedia("en", "Cat", 100_000)));
        page.loop.exhaust();
        List<TrainReport.Text> told = page.all(TrainReport.Text.class);
        assertTrue(told.stream().anyMatch(text -> text.waiting().contains("busy (503)")));
        TrainReport.Text text = told.get(told.size() - 1);
        assertTrue(text.complete());
        assertEquals("Wikipedia: Cat", text.name());
        assertEquals(5 + 40 * 13, text.bytes());
        assertEquals(64, text.sha256().length());
        assertTrue(new String(text.beginning().toArray(), StandardCharsets.UTF_8).startsWith("Cat\n\nA cat purrs. A"));
        page.send(new TrainCommand.Start("", TrainPage.MODEL, TrainPage.training(STEPS), false));
        assertEquals("Wikipedia: Cat", page.last(TrainReport.Started.class).text());
    }

    @Test
    void aTextThatCannotBeTrainedOnIsRefusedAndTheOtherOneStays() {
        page.load("the cat sat on the mat. ".repeat(20));
        page.send(
                new TrainCommand.LoadText(new Source.Typed()),
                new TrainCommand.LoadText(new Source.Wikipedia("evil.org/", "Cat", 100)),
                new TrainCommand.LoadText(new Source.Url("https://a.org/b", Limit.TEXT.bytes() + 1)));
        List<TrainReport.Failed> failed = page.all(TrainReport.Failed.class);
        assertEquals(3, failed.size());
        assertTrue(
                failed.get(2).message().contains(Limit.TEXT.size() + " at most"),
                failed.get(2).message());
        page.send(new TrainCommand.Start("", TrainPage.MODEL, TrainPage.training(STEPS), false));
        assertEquals("a verse", page.last(TrainReport.Started.class).text());
    }

    @Test
    void aCommandIsAnsweredBetweenTwoPartsOfAStep() {
        page.start(1000);
        page.loop.tick(20);
        page.send(new TrainCommand.Run());
        page.loop.turn();
        page.send(new TrainCommand.Pause());
        assertFalse(page.last(TrainReport.Transport.class).running());
        assertTrue(page.losses().size() <= 1);
        int reports = page.reports.size();
        page.loop.exhaust();
        assertEquals(reports, page.reports.size());
    }

    @Test
    void samplesAreWrittenWhileTrainingAndDoNotDisturbIt() {
        page.start(STEPS);
        page.send(new TrainCommand.Run());
        page.loop.exhaust();
        TrainPage sampling = new TrainPage(new MemoryDisk());
        sampling.start(STEPS);
        sampling.send(new TrainCommand.Run(), sample(7, 50), sample(8, 50));
        sampling.loop.exhaust();
        assertEquals(page.losses(), sampling.losses());
        assertEquals(50, written(sampling, 7).length());
        assertEquals(50, written(sampling, 8).length());
    }

    @Test
    void aSampleIsByTheWeightsThatItBeganWith() {
        page.start(STEPS);
        page.send(sample(7, 50));
        page.loop.exhaust();
        TrainPage slow = new TrainPage(new MemoryDisk());
        slow.start(STEPS);
        slow.loop.tick(1); // the run is over before the sample is
        slow.send(new TrainCommand.Run(), sample(7, 50));
        slow.loop.exhaust();
        assertEquals(written(page, 7), written(slow, 7));
        page.send(new TrainCommand.Run(), sample(8, 50));
        page.loop.exhaust();
        page.send(sample(9, 50));
        page.loop.exhaust();
        assertEquals(written(page, 7), written(page, 8));
        assertEquals(0, page.all(TrainReport.Sampled.class).get(0).steps());
        assertEquals(STEPS, page.last(TrainReport.Sampled.class).steps());
        assertNotEquals(written(page, 8), written(page, 9));
        assertEquals(written(page, -1), written(slow, -1));
    }

    @Test
    void ofSamplesThatComeByThemselvesOnlyTheLatestWaits() {
        page.start(40);
        page.send(new TrainCommand.Run());
        page.loop.exhaust(); // all steps in one turn: the first has begun when the others are due
        assertEquals(
                List.of(-1, -8),
                page.all(TrainReport.Sampled.class).stream()
                        .map(TrainReport.Sampled::id)
                        .distinct()
                        .toList());
        assertEquals(200, written(page, -8).length());
    }

    private static TrainCommand.Sample sample(int id, int length) {
        return new TrainCommand.Sample(id, Bytes.EMPTY, 0, 0, 1, length, 1);
    }

    private static String written(TrainPage page, int id) {
        StringBuilder text = new StringBuilder();
        for (TrainReport.Sampled piece : page.all(TrainReport.Sampled.class)) {
            if (piece.id() == id) {
                for (byte value : piece.text().toArray()) {
                    text.append((char) (value & 0xff));
                }
            }
        }
        return text.toString();
    }

    @Test
    void aRunGoesOnBeyondItsEndAtAnotherRate() {
        page.start(STEPS);
        page.send(new TrainCommand.Run());
        page.loop.exhaust();
        page.send(new TrainCommand.SetLearningRate(0.001), new TrainCommand.GoOn(5));
        page.loop.exhaust();
        assertEquals(STEPS + 5, page.last(TrainReport.Transport.class).steps());
        assertEquals(0.001, page.last(TrainReport.Progress.class).learningRate(), 1e-9);
        assertEquals(STEPS + 5, page.last(TrainReport.Saved.class).steps());
        assertEquals(List.of(), page.all(TrainReport.Failed.class));
    }

    @Test
    void aDamagedStateIsNamedAndThePreviousOneOffered() {
        String run = page.start(STEPS);
        page.send(new TrainCommand.Run());
        page.loop.exhaust();
        String previous = states().get(0);
        String newest = states().get(1);
        Heard<byte[]> bytes = new Heard<>();
        disk.read(newest, Disk.MOST_BYTES, bytes);
        disk.write(newest, Arrays.copyOf(bytes.get(), bytes.get().length - 7), new Heard<>());
        TrainPage reloaded = new TrainPage(disk);
        reloaded.send(new TrainCommand.Resume(run, Generation.NEWEST));
        TrainReport.Damaged damaged = reloaded.last(TrainReport.Damaged.class);
        assertTrue(damaged.previous());
        assertTrue(damaged.file().contains("first") && !damaged.reason().isBlank(), damaged.toString());
        reloaded.send(
                new TrainCommand.Resume(run, Generation.PREVIOUS),
                new TrainCommand.SetLearningRate(0.01), // the same, but something to save
                new TrainCommand.Save());
        assertEquals(previous, states().get(0));
        assertNotEquals(newest, states().get(1));
        reloaded.send(new TrainCommand.Run());
        reloaded.loop.exhaust();
        assertEquals(page.losses(), reloaded.losses());
    }

    /** The names of the states there are, the newest last. */
    private List<String> states() {
        Heard<List<String>> names = new Heard<>();
        disk.names(names);
        return names.get().stream()
                .filter(name -> name.endsWith(".state"))
                .sorted((a, b) -> Integer.compare(number(a), number(b)))
                .toList();
    }

    @Test
    void aRunThatIsOpenInOneTabIsLeftAloneByAnother() {
        Tabs tabs = new Tabs();
        TrainPage first = new TrainPage(disk, tabs.new Tab());
        TrainPage second = new TrainPage(disk, tabs.new Tab());
        String run = first.start(STEPS);
        second.send(
                new TrainCommand.Resume(run, Generation.NEWEST),
                new TrainCommand.Rename(run, "mine"),
                new TrainCommand.Delete(run));
        List<TrainReport.Failed> refusals = second.all(TrainReport.Failed.class);
        assertEquals(3, refusals.size());
        assertEquals(Tabs.TAKEN, refusals.get(0).message());
        first.send(new TrainCommand.Run());
        first.loop.exhaust();
        first.send(new TrainCommand.Rename(run, "still mine"), new TrainCommand.Stop());
        second.send(new TrainCommand.Resume(run, Generation.NEWEST));
        assertEquals("still mine", second.last(TrainReport.Started.class).name());
        assertEquals(first.losses(), second.losses());
        first.send(new TrainCommand.Delete(run));
        assertEquals(Tabs.TAKEN, first.last(TrainReport.Failed.class).message());
    }

    @Test
    void aRunThatCannotBeLoadedIsLeftToOtherTabs() {
        Tabs tabs = new Tabs();
        TrainPage first = new TrainPage(disk, tabs.new Tab());
        String run = first.start(STEPS);
        first.send(new TrainCommand.Stop());
        TrainPage second = new TrainPage(disk, tabs.new Tab());
        second.send(new TrainCommand.Resume(run, Generation.PREVIOUS)); // there is none
        assertEquals("there is none", second.last(TrainReport.Damaged.class).reason());
        first.send(new TrainCommand.Resume(run, Generation.NEWEST));
        assertEquals(2, first.all(TrainReport.Started.class).size());
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(name.indexOf('.') + 1, name.lastIndexOf('.')));
    }

    @Test
    void aLookInsideSaysWhatIsExpectedAndWhatAPartDoes() {
        page.start(STEPS);
        page.send(new TrainCommand.Run());
        page.loop.exhaust();
        TrainReport.Inside whole = look(Part.NOTHING);
        assertEquals(10, whole.next().size());
        assertEquals(3, whole.lens().size());
        assertEquals(whole.next().subList(0, 5), whole.lens().get(2).next());
        assertEquals(2 * 2 * 8 * 8, whole.attention().size());
        assertEquals(1, whole.attention().at(0), 1e-6); // the first position sees itself alone
        assertEquals(0, whole.divergence());
        assertEquals(STEPS, whole.steps());
        assertEquals(whole.next(), whole.whole());
        assertEquals(7, whole.losses().size());
        for (Part part : new Part[] {Part.HEAD, Part.MLP}) {
            assertTrue(look(part).divergence() > 0, part.toString());
            assertNotEquals(whole.losses(), look(part).losses());
            assertEquals(whole.next(), look(part).whole());
            assertNotEquals(whole.next(), look(part).next());
        }
        assertEquals(whole, look(Part.NOTHING));
    }

    private TrainReport.Inside look(Part part) {
        page.send(new TrainCommand.LookInside(
                3, Bytes.of("the cat sat".getBytes(StandardCharsets.UTF_8)), new Ablation(part, 1, 1)));
        return page.last(TrainReport.Inside.class);
    }

    @Test
    void everyFileThatIsExportedIsUnderstoodAgain() {
        String run = page.start(STEPS);
        page.send(new TrainCommand.Run());
        page.loop.exhaust();
        for (Format format : new Format[] {Format.MODEL, Format.BEST_MODEL, Format.TINYGPT}) {
            page.send(new TrainCommand.ExportFile(run, format));
            importBack();
            assertEquals("", page.last(TrainReport.Imported.class).run(), format.toString());
        }
        page.send(new TrainCommand.ExportFile(run, Format.RUN));
        importBack();
        String copy = page.last(TrainReport.Imported.class).run();
        page.send(new TrainCommand.ShowHistory(copy));
        assertEquals("first-step-12", page.last(TrainReport.History.class).name());
        assertEquals(
                STEPS, page.last(TrainReport.History.class).losses().training().size());
        page.send(new TrainCommand.ExportFile(run, Format.LOSSES));
        assertTrue(page.last(TrainReport.Exported.class).fileName().endsWith(".csv"));
        assertEquals(List.of(), page.all(TrainReport.Failed.class));
    }

    @Test
    void aBestModelThatIsNotThereIsRefusedWithTheReason() {
        String run = page.start(STEPS);
        page.send(new TrainCommand.ExportFile(run, Format.BEST_MODEL));
        String message = page.last(TrainReport.Failed.class).message();
        assertTrue(message.startsWith("the run has no best model yet: "), message);
        page.send(new TrainCommand.Run());
        page.loop.exhaust();
        page.send(new TrainCommand.ExportFile(run, Format.RUN));
        importBack();
        String copy = page.last(TrainReport.Imported.class).run();
        page.send(new TrainCommand.ExportFile(copy, Format.BEST_MODEL));
        message = page.last(TrainReport.Failed.class).message();
        assertTrue(message.startsWith("the best model, of step 12, did not travel with the file"), message);
    }

    private void importBack() {
        TrainReport.Exported file = page.last(TrainReport.Exported.class);
        byte[] all = file.content().toArray();
        int half = all.length / 2;
        page.send(
                new TrainCommand.ImportFile(file.fileName(), Bytes.of(Arrays.copyOf(all, half)), false),
                new TrainCommand.ImportFile(
                        file.fileName(), Bytes.of(Arrays.copyOfRange(all, half, all.length)), true));
    }

    @Test
    void aForeignFileAndARunWithoutItsTextAreRefusedWithTheReason() {
        page.send(new TrainCommand.ImportFile("cat.png", Bytes.of(new byte[100]), true));
        assertTrue(page.last(TrainReport.Failed.class).message().startsWith("cat.png: "));
        String run = page.start(STEPS);
        page.send(new TrainCommand.ExportFile(run, Format.RUN));
        TrainPage elsewhere = new TrainPage(new MemoryDisk());
        TrainReport.Exported file = page.last(TrainReport.Exported.class);
        elsewhere.send(new TrainCommand.ImportFile("run", file.content(), true));
        String message = elsewhere.last(TrainReport.Failed.class).message();
        assertTrue(message.contains("learns from \"a verse\""), message);
    }

    @Test
    void aRunTakesItsTextAlongOnlyWhenAsked() {
        String run = page.start(STEPS);
        page.send(new TrainCommand.Run());
        page.loop.exhaust();
        page.send(new TrainCommand.ExportFile(run, Format.RUN));
        TrainReport.Exported without = page.last(TrainReport.Exported.class);
        page.send(new TrainCommand.ExportFile(run, Format.RUN_WITH_TEXT));
        TrainReport.Exported with = page.last(TrainReport.Exported.class);
        assertFalse(holdsTheText(without));
        assertTrue(holdsTheText(with));
        TrainPage elsewhere = new TrainPage(new MemoryDisk());
        elsewhere.send(new TrainCommand.ImportFile("a gift", with.content(), true));
        String copy = elsewhere.last(TrainReport.Imported.class).run();
        elsewhere.send(new TrainCommand.Resume(copy, Generation.NEWEST), new TrainCommand.GoOn(3));
        elsewhere.loop.exhaust();
        page.send(new TrainCommand.GoOn(3));
        page.loop.exhaust();
        assertEquals(page.losses(), elsewhere.losses());
        elsewhere.send(new TrainCommand.ExportFile(copy, Format.RUN));
        assertFalse(holdsTheText(elsewhere.last(TrainReport.Exported.class)));
        assertEquals(List.of(), elsewhere.all(TrainReport.Failed.class));
    }

    private static boolean holdsTheText(TrainReport.Exported file) {
        return new String(file.content().toArray(), StandardCharsets.ISO_8859_1).contains("a dog lay by the log");
    }

    @Test
    void anEstimateSaysWhatARunNeedsOrWhyItCannotBe() {
        page.load("abc".repeat(1000));
        page.send(new TrainCommand.Estimate(TrainPage.MODEL, TrainPage.training(STEPS)));
        TrainReport.Estimated fits = page.last(TrainReport.Estimated.class);
        assertEquals("", fits.trouble());
        assertEquals(2700.0 / fits.parameters(), fits.bytesPerParameter(), 1e-9);
        String huge = TrainPage.MODEL.replace("\"d_model\": 8", "\"d_model\": 4096");
        page.send(new TrainCommand.Estimate(huge, TrainPage.training(STEPS)));
        String trouble = page.last(TrainReport.Estimated.class).trouble();
        assertTrue(trouble.contains("choose a smaller one"), trouble);
    }

    @Test
    void aStepIsTimedHoweverLargeTheModel() {
        page.loop.tick(200); // every pass takes as long
        String large =
                TrainPage.MODEL.replace("\"d_model\": 8", "\"d_model\": 256").replace(": 8,", ": 512,");
        for (String model : new String[] {TrainPage.MODEL, large}) {
            page.send(new TrainCommand.Estimate(model, TrainPage.training(STEPS)));
            assertEquals("", page.last(TrainReport.Estimated.class).trouble());
        }
        double quick = page.all(TrainReport.Estimated.class).get(0).secondsPerStep();
        double slow = page.all(TrainReport.Estimated.class).get(1).secondsPerStep();
        assertEquals(0.4, quick, 1e-9); // two windows, of which one was timed
        assertTrue(slow > 3 * quick, "a quarter of one of its two windows took as long: " + slow);
    }

    @Test
    void aRunThatCannotBeHadIsRefusedAndThePresentOneGoesOn() {
        String run = page.start(STEPS);
        page.send(new TrainCommand.Run());
        String huge = TrainPage.MODEL.replace("\"d_model\": 8", "\"d_model\": 4096");
        page.send(new TrainCommand.Start("huge", huge, TrainPage.training(STEPS), false));
        String reason = page.last(TrainReport.Failed.class).message();
        assertTrue(reason.matches("this model needs memory of \\d+ MB, and a tab can have 1800 MB: .*"), reason);
        page.loop.exhaust();
        TrainReport.Transport end = page.last(TrainReport.Transport.class);
        assertTrue(end.done() && end.run().equals(run), end.toString());
        assertEquals(STEPS, page.losses().size());
    }

    @Test
    void aRunWithoutANameIsCalledByItsTextAndItsShape() {
        page.load("abc".repeat(100));
        page.send(new TrainCommand.Start(" ", TrainPage.MODEL, TrainPage.training(1), false));
        assertEquals("a verse, 2 × 8", page.last(TrainReport.Started.class).name());
    }

    @Test
    void whatIsMissingIsSaid() {
        page.send(new TrainCommand.Run());
        assertEquals(
                "there is no run: start or load one first",
                page.last(TrainReport.Failed.class).message());
        page.send(new TrainCommand.Start("x", TrainPage.MODEL, TrainPage.training(1), false));
        assertEquals(
                "there is no text: load one first",
                page.last(TrainReport.Failed.class).message());
    }
}
