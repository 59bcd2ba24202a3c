package microgpt.web.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import microgpt.config.BatchRecipe;
import microgpt.protocol.Floats;
import microgpt.protocol.Reals;
import microgpt.protocol.train.TrainReport;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final double[] NO_LOOKS = {};

    @Test
    void onlyWhatDiffersIsListedInTheOrderOfTheRecipe() throws IOException {
        TrainReport.History narrow = run("narrow", "64", "0.001", new float[10], NO_LOOKS, NO_LOOKS);
        TrainReport.History wide = run("wide", "128", "0.002", new float[10], NO_LOOKS, NO_LOOKS);
        assertEquals(
                List.of(
                        new Comparison.Difference("d_model", "64", "128"),
                        new Comparison.Difference("learning_rate", "0.001", "0.002")),
                new Comparison(narrow, wide).differences());
        assertEquals(List.of(), new Comparison(wide, wide).differences());
    }

    @Test
    void theShorterRunEndsWhereItEnds() throws IOException {
        TrainReport.History brief = run("brief", "64", "0.001", filled(300, 4), NO_LOOKS, NO_LOOKS);
        TrainReport.History full = run("full", "64", "0.001", filled(600, 3), NO_LOOKS, NO_LOOKS);
        Comparison comparison = new Comparison(brief, full);
        assertEquals(600, comparison.steps());
        double[] positions = comparison.positions();
        double[] losses = comparison.training(brief);
        assertEquals(600, positions[300]);
        for (int i = 0; i < positions.length; i++) {
            assertTrue(positions[i] <= 300 ? losses[i] == 4 : Double.isNaN(losses[i]), "at " + positions[i]);
        }
        assertArrayEquals(new double[] {3, 4.5}, comparison.range());
    }

    @Test
    void aTrainingLossIsTheAverageOfItsNeighbours() throws IOException {
        float[] losses = new float[600];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = i % 2 == 0 ? 2 : 4;
        }
        TrainReport.History run = run("jagged", "64", "0.001", losses, NO_LOOKS, NO_LOOKS);
        assertEquals(3, new Comparison(run, run).training(run)[150], 0.2);
    }

    @Test
    void aRunSoLongThatItsStepsWereMergedIsShownAtItsTrueSteps() throws IOException {
        TrainReport.History brief = run("brief", "64", "0.001", filled(1000, 4), NO_LOOKS, NO_LOOKS);
        TrainReport.History lengthy = run("long", "64", "0.001", 1 << 20, new float[] {3, 2}, NO_LOOKS, NO_LOOKS);
        Comparison comparison = new Comparison(brief, lengthy);
        assertEquals(2 << 20, comparison.steps());
        double[] losses = comparison.training(lengthy);
        assertEquals(3, losses[10]);
        assertEquals(2, losses[290]);
        assertEquals(4, comparison.training(brief)[0]);
        assertTrue(Double.isNaN(comparison.training(brief)[1]));
    }

    @Test
    void betweenTwoLooksTheLineIsStraight() throws IOException {
        TrainReport.History run =
                run("looked at", "64", "0.001", new float[300], new double[] {50, 150}, new double[] {4, 2});
        double[] losses = new Comparison(run, run).validation(run);
        assertTrue(Double.isNaN(losses[49]) && Double.isNaN(losses[151]));
        assertEquals(4, losses[50]);
        assertEquals(3, losses[100], 1e-12);
        assertEquals(2, losses[150]);
    }

    @Test
    void aRunBeforeItsFirstStepIsNoTrouble() throws IOException {
        TrainReport.History empty = run("empty", "64", "0.001", new float[0], NO_LOOKS, NO_LOOKS);
        Comparison comparison = new Comparison(empty, empty);
        assertTrue(Arrays.stream(comparison.training(empty)).allMatch(Double::isNaN));
        assertArrayEquals(new double[] {0, 6}, comparison.range());
    }

    private static float[] filled(int size, float value) {
        float[] values = new float[size];
        Arrays.fill(values, value);
        return values;
    }

    private static TrainReport.History run(
            String name, String dModel, String rate, float[] training, double[] lookedAt, double[] validation)
            throws IOException {
        return run(name, dModel, rate, 1, training, lookedAt, validation);
    }

    /** A run of which each column is the mean over {@code each} steps. */
    private static TrainReport.History run(
            String name, String dModel, String rate, int each, float[] training, double[] lookedAt, double[] validation)
            throws IOException {
        double[] steps = new double[training.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = (double) (i + 1) * each;
        }
        Path configs = Path.of("../configs");
        BatchRecipe recipe = BatchRecipe.parse(
                        Files.readString(configs.resolve("model.byte-tinygpt-v0.json")),
                        "the model",
                        Files.readString(configs.resolve("training.json")),
                        "the training")
                .withAll(Map.of("d_model", dModel, "learning_rate", rate));
        return new TrainReport.History(
                name,
                name,
                recipe.modelJson(),
                recipe.trainingJson(),
                new TrainReport.Losses(Reals.of(steps), Floats.of(training), Reals.of(lookedAt), Reals.of(validation)));
    }
}
