package microgpt.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.names.CharacterModel.Matrix;
import microgpt.names.NamesConfig;
import microgpt.numeric.PythonDraws;
import org.junit.jupiter.api.Test;

class StepperTest {
    private static final String NAMES = "ada\nbo\n\n  cy \n";

    @Test
    void eachStepIsOnePositionAndDocumentsFollowEachOther() {
        Stepper stepper = small();
        Step first = stepper.forward();
        int bos = stepper.characters().bos();
        assertEquals(bos, first.token());
        assertEquals(new Place(0, 0), first.place());
        Step step = first;
        for (int position = 1; position <= first.text().length(); position++) {
            int target = step.target();
            step = stepper.forward();
            assertEquals(new Place(0, position), step.place());
            assertEquals(target, step.token());
        }
        assertEquals(bos, step.target());
        assertEquals(new Place(1, 0), stepper.forward().place());
        assertEquals(first.text().length() + 2, stepper.steps());
    }

    @Test
    void onlyAsManyPositionsAreLearnedAsTheContextHolds() {
        Stepper stepper = new Stepper("abcdefgh", config(new NamesConfig.Shape(1, 1, 4, 3)));
        for (int i = 0; i < 3; i++) {
            assertEquals(new Place(0, i), stepper.forward().place());
        }
        assertEquals(new Place(1, 0), stepper.forward().place());
    }

    @Test
    void documentsThatLoseTheirEndsAreCounted() {
        NamesConfig.Shape shape = new NamesConfig.Shape(1, 1, 4, 3);
        assertEquals(2, new Stepper("abcdefgh\nab\nabc\na", config(shape)).cutDocuments());
    }

    @Test
    void aStepWhoseLossIsNotFiniteIsNotTaken() {
        Stepper stepper = small();
        stepper.tune(400, 5);
        double[][] before = new double[1][];
        DivergedException diverged = assertThrows(DivergedException.class, () -> {
            while (!stepper.isDone()) {
                before[0] = stepper.weights();
                stepper.forward();
            }
        });
        assertEquals(stepper.steps() + 1, diverged.step());
        assertEquals(5, diverged.learningRate());
        assertArrayEquals(before[0], stepper.weights());
        assertTrue(Double.isFinite(before[0][0]));
        assertThrows(DivergedException.class, stepper::forward);
    }

    @Test
    void theLossIsOfTheTargetAndItsGradientReachesEveryPart() {
        Stepper stepper = small();
        stepper.forward();
        Step step = stepper.forward();
        PositionRecord seen = step.snapshot();
        double[] chances = seen.values("probabilities");
        double sum = 0;
        for (double chance : chances) {
            sum += chance;
        }
        assertEquals(1, sum, 1e-12);
        assertEquals(-Math.log(chances[step.target()]), step.loss(), 1e-12);
        for (int i = 0; i < chances.length; i++) { // softmax and -ln together: p - 1 at the target, p elsewhere
            assertEquals(chances[i] - (i == step.target() ? 1 : 0), seen.gradients("logits")[i], 1e-12);
        }
        assertEquals(1, seen.gradients("loss")[0]);
        assertEquals(3, seen.values("blocks.1.map.0").length);
        assertEquals(1, seen.values("blocks.1.map.0")[0]);
    }

    @Test
    void gradientsAreThoseOfFiniteDifferences() {
        Stepper stepper = small();
        stepper.forward();
        stepper.forward();
        Step before = stepper.again();
        double[] gradients = stepper.gradients();
        double[] weights = stepper.weights();
        for (int i = 0; i < weights.length; i += 17) {
            stepper.edit(i, weights[i] + 1e-6);
            double more = stepper.again().loss();
            stepper.edit(i, weights[i] - 1e-6);
            double less = stepper.again().loss();
            stepper.edit(i, weights[i]);
            assertEquals((more - less) / 2e-6, gradients[i], 1e-7);
        }
        assertEquals(before.loss(), stepper.again().loss());
    }

    @Test
    void lookingAgainTeachesNothing() {
        Stepper looked = small();
        Stepper stepped = small();
        for (int i = 0; i < 5; i++) {
            assertEquals(stepped.forward().loss(), looked.forward().loss());
            double[] weights = looked.weights();
            looked.again();
            assertArrayEquals(weights, looked.weights());
        }
    }

    @Test
    void beforeTheFirstStepItShowsWhatThatStepWillFind() {
        Stepper stepper = small();
        Step ahead = stepper.again();
        assertEquals(0, ahead.number());
        double[] gradients = stepper.gradients();
        Step first = stepper.forward();
        assertEquals(first.loss(), ahead.loss());
        assertEquals(first.target(), ahead.target());
        assertArrayEquals(gradients, stepper.gradients());
    }

    @Test
    void itLearnsTheNamesByHeart() {
        Stepper stepper = new Stepper(NAMES, config(new NamesConfig.Shape(1, 2, 8, 8)));
        for (int i = 0; i < 400; i++) {
            stepper.forward();
        }
        assertTrue(stepper.isDone());
        int known = 0;
        for (int i = 0; i < 10; i++) {
            NameWriting writing = stepper.write();
            while (writing.goesOn()) {
                writing.step(0.3);
            }
            known += stepper.knows(writing.text()) ? 1 : 0;
        }
        assertTrue(known >= 7, known + " of 10 names are known");
    }

    @Test
    void theDrawPointsAtTheToken() {
        Stepper stepper = small();
        NameWriting writing = stepper.write();
        NameWriting.Drawn drawn = writing.step(0.5);
        double below = 0;
        for (int i = 0; i < drawn.token(); i++) {
            below += drawn.chances()[i];
        }
        assertTrue(drawn.draw() >= below && drawn.draw() < below + drawn.chances()[drawn.token()]);
        assertEquals(1, drawn.context().size());
        double[] weights = {0.25, 0, 0.5, 0.25};
        PythonDraws draws = new PythonDraws(5);
        PythonDraws same = new PythonDraws(5);
        for (int i = 0; i < 50; i++) {
            assertEquals(draws.choose(weights), NameWriting.holding(same.uniform(), weights));
        }
    }

    @Test
    void anEndedNameTakesNoMore() {
        Stepper stepper = new Stepper("ab", config(new NamesConfig.Shape(1, 1, 4, 2)));
        NameWriting writing = stepper.write();
        int tokens = 0;
        while (writing.goesOn()) {
            writing.step(1.5);
            tokens++;
        }
        assertTrue(tokens <= 2);
        assertThrows(IllegalStateException.class, () -> writing.step(1));
    }

    @Test
    void weightsListTheMatricesOneAfterTheOther() {
        Stepper stepper = small();
        double[] weights = stepper.weights();
        int at = 0;
        for (Matrix matrix : stepper.matrices()) {
            assertEquals(matrix.get(0, 0), weights[at]);
            at += matrix.rows() * matrix.columns();
            assertEquals(matrix.get(matrix.rows() - 1, matrix.columns() - 1), weights[at - 1]);
        }
        assertEquals(weights.length, at);
    }

    @Test
    void anEditChangesThePrediction() {
        Stepper stepper = small();
        Step before = stepper.forward();
        double was = stepper.again().loss();
        stepper.edit(stepper.characters().bos() * 8, 3);
        assertNotEquals(was, stepper.again().loss());
        assertEquals(before.place(), stepper.again().place());
        assertThrows(IllegalArgumentException.class, () -> stepper.edit(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> stepper.edit(0, Double.NaN));
    }

    @Test
    void withoutNamesThereIsNothingToLearn() {
        assertThrows(IllegalArgumentException.class, () -> new Stepper(" \n\n", NamesConfig.DEFAULT));
        assertFalse(small().isDone());
    }

    private static Stepper small() {
        return new Stepper(NAMES, config(new NamesConfig.Shape(2, 2, 8, 8)));
    }

    private static NamesConfig config(NamesConfig.Shape shape) {
        return NamesConfig.DEFAULT.with(shape).with(new NamesConfig.Learning(0.02, 0.85, 0.99, 1e-8, 400, 1));
    }
}
