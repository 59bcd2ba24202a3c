package microgpt.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import microgpt.config.RunConfig;

/** The texts that runs of these tests are made from. */
final class Recipes {
    private Recipes() {}

    static String tiny() {
        return tinyConfig().toJson();
    }

    static String tinyWith(String key, String value) {
        return tinyConfig().with(key, value).toJson();
    }

    /** Weights that grow a thousandfold with every step. */
    static String tinyThatOverflows() {
        return tinyConfig()
                .withAll(Map.of(
                        "optimizer.kind", "adamw",
                        "optimizer.learning_rate", "100",
                        "optimizer.weight_decay", "10",
                        "optimizer.average_decay", "0"))
                .toJson();
    }

    static String phases() {
        return read("phases.short.json");
    }

    private static RunConfig tinyConfig() {
        String name = "online.tiny.json";
        return RunConfig.parse(read(name), name).with("protocol.stride", "8");
    }

    private static String read(String config) {
        try {
            return Files.readString(Path.of("../configs", config));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
