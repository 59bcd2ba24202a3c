package microgpt.worker.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import microgpt.protocol.Source;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;

class LabModelTest {
    private static final String TEXT = "the cat sat on the mat. the dog sat on the log. ".repeat(40);
    private static final String PLAN = "{\"seed\": 1, \"phases\": [{\"phase\": \"motif\", \"bytes\": 600},"
            + " {\"phase\": \"brackets\", \"bytes\": 500}, {\"phase\": \"motif\", \"bytes\": 400}]}";

    private final LabPage page = new LabPage();

    @Test
    void aRunThatIsLookedAtHasTheSameLossesToTheBit() {
        assertEquals(losses(false), losses(true));
    }

    private static List<Float> losses(boolean looking) {
        LabPage page = new LabPage();
        page.loop.tick(3);
        page.send(new LabCommand.Start(Recipes.tiny(), new Source.Phases(PLAN)));
        if (looking) {
            page.send(new LabCommand.WatchModel(true, true, "wte"), new LabCommand.WatchForgetting(true));
        }
        page.send(new LabCommand.Run());
        page.loop.exhaust();
        assertEquals(looking, page.all(LabReport.ModelPicture.class).size() > 2);
        assertEquals(looking, !page.all(LabReport.Forgetting.class).isEmpty());
        return new ArrayList<>(page.bits());
    }

    @Test
    void thePictureHasTheShapeAndEveryMatrixOfTheModel() {
        page.startWith(TEXT);
        page.send(new LabCommand.WatchModel(true, false, ""));
        page.loop.exhaust();
        LabReport.ModelPicture untrained = page.last(LabReport.ModelPicture.class);
        assertEquals(LabReport.WindowPicture.NONE, untrained.window());
        page.send(new LabCommand.Step(), new LabCommand.Step());
        page.loop.exhaust();
        LabReport.ModelPicture picture = page.last(LabReport.ModelPicture.class);
        assertEquals(0, picture.since());
        assertEquals(16, picture.position());
        LabReport.ModelShape shape = picture.shape();
        assertEquals("relative", shape.position());
        List<String> names = new ArrayList<>();
        for (LabReport.MatrixPicture matrix : picture.matrices()) {
            names.add(matrix.name());
            assertEquals(
                    matrix.seenRows() * matrix.seenColumns(), matrix.cells().size());
            assertEquals(matrix.cells().size(), matrix.changes().size(), matrix.name());
            assertTrue(matrix.norm() >= matrix.largest() && matrix.largest() >= matrix.cellScale(), matrix.name());
            assertTrue(matrix.changeScale() > 0, matrix.name() + " has learned");
        }
        assertEquals(
                List.of(
                        "wte",
                        "blocks.0.qkv",
                        "blocks.0.proj",
                        "blocks.0.up",
                        "blocks.0.down",
                        "blocks.0.relativeBias"),
                names);
        LabReport.WindowPicture window = picture.window();
        assertEquals(16, window.tokens().size());
        assertEquals(
                shape.layers() * shape.heads() * 16 * 16, window.attention().size());
        assertEquals(
                (1 + 2 * shape.layers()) * window.streamCells(), window.stream().size());
        float sum = 0;
        for (float probability : window.probabilities().toArray()) {
            sum += probability;
        }
        assertEquals(1, sum, 1e-4);
    }

    @Test
    void onlyWhatIsShownIsSentAndTheOpenedMatrixIsSeenFromMoreCells() {
        page.startWith(TEXT);
        page.send(new LabCommand.WatchModel(false, true, ""));
        page.loop.exhaust();
        assertTrue(page.all(LabReport.ModelPicture.class).isEmpty());
        assertEquals(1, page.all(LabReport.EmbeddingMap.class).size());
        page.send(new LabCommand.WatchModel(true, false, "wte"));
        page.loop.exhaust();
        assertEquals(
                257, page.last(LabReport.ModelPicture.class).matrices().get(0).seenRows());
        page.send(new LabCommand.WatchModel(true, false, ""));
        page.loop.exhaust();
        assertEquals(
                64, page.last(LabReport.ModelPicture.class).matrices().get(0).seenRows());
        page.send(new LabCommand.WatchModel(false, false, ""), new LabCommand.Run());
        page.loop.exhaust();
        assertEquals(2, page.all(LabReport.ModelPicture.class).size());
        assertEquals(1, page.all(LabReport.EmbeddingMap.class).size());
    }

    @Test
    void theMapKnowsWhichBytesWereRead() {
        page.startWith("aaaa b");
        page.send(new LabCommand.WatchModel(false, true, ""), new LabCommand.Run());
        page.loop.exhaust();
        LabReport.EmbeddingMap map = page.last(LabReport.EmbeddingMap.class);
        assertEquals(256 * map.columns(), map.values().size());
        assertEquals(3, map.seen().at('a'));
        assertEquals(1, map.seen().at('b'));
        assertEquals(0, map.seen().at('c'));
    }

    @Test
    void picturesTakeAtMostAFiftiethOfTheTime() {
        page.startWith(TEXT);
        page.send(new LabCommand.WatchModel(true, true, ""), new LabCommand.Run());
        page.loop.tick(4);
        double begun = page.loop.now();
        page.loop.exhaust();
        int pictures = page.all(LabReport.ModelPicture.class).size();
        double passed = page.loop.now() - begun;
        assertTrue(pictures > 3 && pictures < 2 + passed / 250, pictures + " pictures in " + passed + " ms");
    }

    @Test
    void everyTextIsScoredUntrainedAndAtTheEndOfEachPhase() {
        page.loop.tick(0.1);
        page.send(new LabCommand.Start(Recipes.tiny(), new Source.Phases(PLAN)), new LabCommand.Run());
        page.loop.exhaust();
        assertTrue(page.all(LabReport.Forgetting.class).isEmpty());
        page.send(new LabCommand.WatchForgetting(true));
        page.loop.exhaust();
        LabReport.Forgetting report = page.last(LabReport.Forgetting.class);
        assertEquals(List.of("motif", "brackets"), report.texts());
        List<Integer> phases = new ArrayList<>();
        List<Integer> texts = new ArrayList<>();
        for (LabReport.ProbeRow row : report.rows()) {
            phases.add(row.phase());
            texts.add(row.text());
            assertTrue(row.ended());
            assertTrue(row.bits().at(0) > 0 && row.bits().at(1) > 0);
        }
        assertEquals(List.of(-1, 0, 1, 2), phases);
        assertEquals(List.of(-1, 0, 1, 0), texts);
        assertEquals(8, report.rows().get(0).bits().at(0), 0.3);
        assertTrue(report.rows().get(1).bits().at(0) < 5, "motif was learned");
        long end = page.last(LabReport.Started.class).phases().get(0).end();
        long kept = report.rows().get(1).position();
        assertTrue(kept <= end && kept > end - 8, "kept at " + kept + " of a phase that ends at " + end);
        assertEquals(page.position(), report.rows().get(3).position());
    }

    @Test
    void aPausedRunIsScoredAsItStands() {
        page.send(
                new LabCommand.Start(Recipes.tiny(), new Source.Phases(PLAN)),
                new LabCommand.WatchForgetting(true),
                new LabCommand.Step());
        page.loop.exhaust();
        List<LabReport.ProbeRow> rows = page.last(LabReport.Forgetting.class).rows();
        assertEquals(2, rows.size());
        assertFalse(rows.get(1).ended());
        assertEquals(8, rows.get(1).position());
        assertNotEquals(rows.get(0).bits(), rows.get(1).bits());
    }

    @Test
    void aStreamWithoutHeldOutTextSaysWhyThereIsNoMatrix() {
        page.startWith(TEXT);
        page.send(new LabCommand.WatchForgetting(true), new LabCommand.Run());
        page.loop.exhaust();
        assertEquals(
                ProbeTexts.OWN_STREAM, page.last(LabReport.Forgetting.class).why());
        page.send(new LabCommand.Start(
                Recipes.tiny(),
                new Source.Phases("{\"seed\": 1, \"phases\": [{\"phase\": \"code\", \"bytes\": 100}]}")));
        page.loop.exhaust();
        LabReport.Forgetting report = page.last(LabReport.Forgetting.class);
        assertEquals(page.run(), report.run());
        assertEquals(ProbeTexts.ONE_TEXT, report.why());
        assertTrue(report.texts().isEmpty() && report.rows().isEmpty());
    }
}
