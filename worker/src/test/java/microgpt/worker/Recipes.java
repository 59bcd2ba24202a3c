package microgpt.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The texts that runs of these tests are made from. */
final class Recipes {
    private Recipes() {}

    static String tiny() {
        return "{}";
    }

    static String tinyWithLearningRate(double rate) {
        return "{\"learning_rate\": " + rate + "}";
    }

    /** Weights that grow a thousandfold with every step. */
    static String tinyThatOverflows() {
        return "{\"learning_rate\": 100, \"weight_decay\": 10}";
    }

    static String phases() {
        try {
            return Files.readString(Path.of("../configs/phases.short.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
