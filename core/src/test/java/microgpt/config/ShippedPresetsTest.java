package microgpt.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.engine.OnlineConfig;
import microgpt.model.Gpt;
import microgpt.model.Initializer;
import microgpt.model.Weights;
import microgpt.numeric.Rng;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedPresetsTest {
    private static final int WINDOWS = 8;

    @ParameterizedTest
    @ValueSource(strings = {"online.seed", "online.tiny", "online.small"})
    void anUntrainedModelIsAsUnsureAsCanBe(String preset) throws IOException {
        String file = preset + ".json";
        OnlineConfig config = OnlineRecipe.parse(Files.readString(Path.of("../configs", file)), file)
                .online();
        Backend on = JavaBackend.alone();
        Gpt gpt = new Gpt(config.model(), on, WINDOWS);
        Weights weights = new Weights(config.model(), on);
        Rng rng = Rng.seeded(config.seed());
        Initializer.initialize(weights, config.model(), rng);
        int length = config.model().contextLength();
        int[] tokens = new int[WINDOWS * length];
        int[] targets = new int[tokens.length];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = rng.nextInt(256);
            targets[i] = rng.nextInt(256);
        }
        float[] losses = new float[tokens.length];
        gpt.forward(weights, tokens, targets, losses, WINDOWS, length);
        double sum = 0;
        for (float loss : losses) {
            sum += loss;
        }
        double uniform = Math.log(config.model().outputSize());
        assertEquals(uniform, sum / losses.length, 0.02 * uniform);
    }
}
