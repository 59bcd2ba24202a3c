package microgpt.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PassInPartsTest {
    private static final int BATCH = 2;
    private static final int LENGTH = 6;
    private static final int ROWS = BATCH * LENGTH;

    private final Backend on = JavaBackend.alone();
    private final int[] input = Shapes.tokens(ROWS, 256, 1);
    private final int[] expected = Shapes.tokens(ROWS, 256, 2);
    private final float[] rowWeights = new float[ROWS];

    PassInPartsTest() {
        Arrays.fill(rowWeights, 1f / ROWS);
    }

    private static List<ModelConfig> configs() {
        return List.of(Shapes.gpt2(3, 8, LENGTH), Shapes.online(2, 8, LENGTH));
    }

    @ParameterizedTest
    @MethodSource("configs")
    void itsResultsAreThoseOfTheWholePassToTheBit(ModelConfig config) {
        Weights w = Shapes.shaken(config, on, 1);
        float[] wholeScores = new float[ROWS];
        Weights whole = new Weights(config, on);
        Gpt gpt = new Gpt(config, on, BATCH);
        gpt.forward(w, input, expected, wholeScores, BATCH, LENGTH);
        gpt.backward(w, whole, rowWeights);

        float[] scores = new float[ROWS];
        Weights gradients = new Weights(config, on);
        PassInParts pass = new PassInParts(new Gpt(config, on, BATCH));
        pass.begin(w, gradients, input, expected, scores, rowWeights, BATCH, LENGTH);
        int parts = 1;
        while (!pass.advance()) {
            parts++;
        }
        assertArrayEquals(wholeScores, scores);
        assertArrayEquals(whole.all().toArray(), gradients.all().toArray());
        assertEquals(2 * (config.nLayers() + 2), parts);
    }

    @Test
    void withoutGradientsItEndsWithTheLosses() {
        ModelConfig config = Shapes.gpt2(1, 8, LENGTH);
        float[] scores = new float[ROWS];
        PassInParts pass = new PassInParts(new Gpt(config, on, BATCH));
        pass.begin(Shapes.shaken(config, on, 1), null, input, expected, scores, rowWeights, BATCH, LENGTH);
        for (int part = 0; part < 3; part++) {
            assertEquals(0, scores[0]);
            pass.advance();
        }
        assertFalse(pass.isUnderWay());
        assertFalse(scores[0] == 0);
        assertThrows(IllegalStateException.class, pass::advance);
    }
}
