package microgpt.worker.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.config.OnlineRecipe;
import microgpt.protocol.Source;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;

/** A run whose transformer diverges is named, and can go back to before it. */
class LabDivergenceTest {
    private static final String RATE = "optimizer.learning_rate";
    private static final String PHASES = """
            {"seed": 1, "phases": [
              {"phase": "stories", "bytes": 6000}, {"phase": "motif", "bytes": 2000}, {"phase": "json", "bytes": 2000}]}""";

    private final LabPage page = new LabPage();

    @Test
    void aRateThatIsMuchTooHighIsNamedAndOnePressGoesBackToBeforeIt() {
        page.send(new LabCommand.Start(Recipes.tiny(), new Source.Phases(PHASES)));
        readTo(2_000);
        page.send(new LabCommand.Tune(Recipes.tinyWith(RATE, "5")));
        long changed = page.position();
        readTo(changed + 4_000);
        LabReport.Diverged diverged = page.last(LabReport.Diverged.class);
        assertEquals(changed, diverged.backTo());
        assertTrue(diverged.position() < changed + 2_000, "found at " + diverged);
        assertTrue(diverged.bits() > Soundness.MOST_BITS, diverged.toString());
        assertEquals(1, page.all(LabReport.Diverged.class).size(), "said once");
        page.send(new LabCommand.Tune(Recipes.tiny())); // the weights are still what they are
        page.send(new LabCommand.GoBack());
        LabReport.WentBack back = page.last(LabReport.WentBack.class);
        assertEquals(page.position(), back.position());
        assertEquals(changed, back.backTo());
        assertEquals(Recipes.tiny(), back.recipe());
        readTo(page.position() + 2_000);
        assertTrue(transformer() < 6, "needs " + transformer() + " bits");
        assertEquals(1, page.all(LabReport.Diverged.class).size());
    }

    @Test
    void aRunThatIsSoundDoesNotGoBack() {
        page.send(new LabCommand.Start(Recipes.tiny(), new Source.Phases(PHASES)));
        readTo(1_000);
        page.send(new LabCommand.GoBack());
        assertEquals("going back", page.last(LabReport.Failed.class).doing());
        page.send(new LabCommand.Run());
        page.loop.exhaust();
        assertTrue(page.all(LabReport.Diverged.class).isEmpty(), "another kind of text is no divergence");
    }

    @Test
    void aRunThatDivergesFromItsStartGoesBackWithATenthOfTheRate() {
        page.send(new LabCommand.Start(Recipes.tinyWith(RATE, "5"), new Source.Phases(PHASES)));
        readTo(4_000);
        assertEquals(0, page.last(LabReport.Diverged.class).backTo());
        page.send(new LabCommand.GoBack());
        assertEquals(0.5, rate(page.last(LabReport.WentBack.class).recipe()));
    }

    @Test
    void aRunThatOverflowedReadsOnFromBeforeIt() {
        page.startWith("the cat sat on the mat. ".repeat(200));
        readTo(400);
        page.send(new LabCommand.Tune(overflowing()), new LabCommand.Run());
        page.loop.exhaust();
        assertEquals("learning", page.last(LabReport.Failed.class).doing());
        LabReport.Diverged diverged = page.last(LabReport.Diverged.class);
        assertFalse(diverged.over());
        assertTrue(page.position() < 4_800, "it stopped at " + page.position());
        page.send(new LabCommand.GoBack(), new LabCommand.Run());
        page.loop.exhaust();
        assertEquals(4_800, page.position());
        assertEquals(Recipes.tiny(), page.last(LabReport.WentBack.class).recipe());
    }

    private static String overflowing() {
        return Recipes.tinyWith(
                "optimizer.kind", "adamw", RATE, "100", "optimizer.weight_decay", "10", "optimizer.average_decay", "0");
    }

    private void readTo(long position) {
        long before = -1;
        while (page.position() < position) {
            assertTrue(page.position() > before, "stands at " + before);
            before = page.position();
            page.send(new LabCommand.Step());
        }
    }

    private double transformer() {
        for (LabReport.Score score : page.last(LabReport.Progress.class).scores()) {
            if (score.predictor().equals("transformer")) {
                return score.fast();
            }
        }
        throw new AssertionError("the transformer has no score");
    }

    private static double rate(String recipe) {
        return OnlineRecipe.parse(recipe, "recipe").online().optimizer().learningRate();
    }
}
