package microgpt.names;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.compute.Tensor;
import microgpt.model.Gpt;
import microgpt.model.ModelConfig;
import microgpt.model.NonFiniteException;
import microgpt.model.Weights;
import microgpt.numeric.PythonDraws;
import microgpt.scalar.ScalarGpt;
import microgpt.scalar.Value;
import org.junit.jupiter.api.Test;

class CharacterModelTest {
    private static final ModelConfig CONFIG = new NamesConfig.Shape(2, 2, 8, 6).model(5);
    private static final CharacterModel.Step STEP = new CharacterModel.Step(0.01, 0.85, 0.99, 1e-8);
    private static final int[][] DOCUMENTS = {{4, 0, 1, 2, 4}, {4, 3, 3, 4}, {4, 0, 1, 2, 3, 0, 1, 2, 4}};

    private static List<CharacterModel> both() {
        PythonDraws same = new PythonDraws(3);
        PythonDraws draws = new PythonDraws(3);
        return List.of(
                new ScalarModel(CONFIG, () -> 0.3 * same.gaussian()),
                new FloatModel(CONFIG, JavaBackend.alone(), () -> 0.3 * draws.gaussian()));
    }

    @Test
    void bothArithmeticsLearnAlike() {
        List<CharacterModel> models = both();
        for (int i = 0; i < 20; i++) {
            double loss = models.get(0).learn(DOCUMENTS, STEP);
            assertEquals(loss, models.get(1).learn(DOCUMENTS, STEP), 1e-4);
        }
    }

    @Test
    void bothShowTheSameNumbersOfTheSamePosition() {
        List<CharacterModel> models = both();
        for (CharacterModel model : models) {
            model.begin();
            model.read(4);
            model.read(1);
        }
        assertArrayEquals(models.get(0).read(2), models.get(1).read(2), 1e-5);
        PositionView exact = models.get(0).view(1);
        PositionView view = models.get(1).view(1);
        assertArrayEquals(exact.embedding(), view.embedding(), 1e-5);
        assertEquals(2, exact.attention()[1][1].length);
        for (int l = 0; l < 2; l++) {
            assertArrayEquals(exact.hidden()[l], view.hidden()[l], 1e-5);
            for (int h = 0; h < 2; h++) {
                assertArrayEquals(exact.attention()[l][h], view.attention()[l][h], 1e-5);
            }
        }
    }

    @Test
    void aRestoredModelGoesOnAlike() {
        for (int i = 0; i < 2; i++) {
            CharacterModel model = both().get(i);
            model.learn(DOCUMENTS, STEP);
            CharacterModel restored = both().get(i);
            restored.restore(model.state());
            for (int step = 0; step < 3; step++) {
                assertEquals(model.learn(DOCUMENTS, STEP), restored.learn(DOCUMENTS, STEP));
            }
        }
    }

    @Test
    void theStatisticsAreThoseOfAllWeights() {
        for (CharacterModel model : both()) {
            double[] weights = model.weights();
            double mean = Arrays.stream(weights).average().orElseThrow();
            double variance = Arrays.stream(weights)
                    .map(w -> (w - mean) * (w - mean))
                    .average()
                    .orElseThrow();
            assertEquals(mean, model.statistics().mean(), 1e-6);
            assertEquals(Math.sqrt(variance), model.statistics().deviation(), 1e-6);
        }
    }

    @Test
    void weightsOfAModelGivenUpAreRefused() {
        CharacterModel floats = both().get(1);
        CharacterModel.Matrix matrix = floats.matrices().get(0);
        floats.release();
        assertThrows(IllegalStateException.class, () -> matrix.get(0, 0));
        assertThrows(IllegalStateException.class, () -> matrix.set(0, 0, 1));
    }

    @Test
    void aWeightCanBeChanged() {
        for (CharacterModel model : both()) {
            CharacterModel.Matrix head = model.matrices().get(2);
            assertEquals("lmHead", head.name());
            model.begin();
            double before = model.read(4)[0];
            for (int c = 0; c < head.columns(); c++) {
                head.set(0, c, 2 * head.get(0, c));
            }
            model.begin();
            assertEquals(2 * before, model.read(4)[0], 1e-6);
        }
    }

    @Test
    void whatIsNotFiniteIsNamedAndNotLearned() {
        for (CharacterModel model : both()) {
            model.matrices().get(0).set(4, 3, Double.NaN);
            double[] before = model.weights();
            NonFiniteException stop = assertThrows(NonFiniteException.class, () -> model.learn(DOCUMENTS, STEP));
            assertEquals("wte", Objects.requireNonNull(stop.origin()).tensor());
            assertArrayEquals(before, model.weights());
        }
    }

    @Test
    void theFirstGradientsAgree() {
        PythonDraws same = new PythonDraws(42);
        ModelConfig config = NamesConfig.DEFAULT.shape().model(23);
        ScalarGpt scalar = new ScalarGpt(config, () -> NamesConfig.DEVIATION * same.gaussian());
        Backend on = JavaBackend.alone();
        Weights weights = new Weights(config, on);
        Weights gradients = new Weights(config, on);
        int i = 0;
        for (Value[][] rows : scalar.parameters().values()) {
            for (Value[] row : rows) {
                for (Value value : row) {
                    weights.all().set(0, i++, (float) value.data());
                }
            }
        }
        int[] tokens = {22, 4, 12, 12, 0};
        int[] targets = {4, 12, 12, 0, 22};
        scalar.loss(tokens, targets).backward();
        Gpt gpt = new Gpt(config, on, 1);
        float[] share = new float[5];
        Arrays.fill(share, 1 / 5f);
        gpt.forward(weights, tokens, targets, new float[5], 1, 5);
        gpt.backward(weights, gradients, share);
        Tensor all = gradients.all();
        i = 0;
        for (Value[][] rows : scalar.parameters().values()) {
            for (Value[] row : rows) {
                for (Value value : row) {
                    assertEquals(value.grad(), all.get(0, i++), 1e-4);
                }
            }
        }
    }
}
