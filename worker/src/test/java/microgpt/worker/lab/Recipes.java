package microgpt.worker.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import microgpt.config.OnlineRecipe;

/** The texts that runs of these tests are made from. */
final class Recipes {
    private Recipes() {}

    static String tiny() {
        return tinyConfig().toJson();
    }

    /** The tiny preset with other values: key, value, key, value, ... */
    static String tinyWith(String... changes) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < changes.length; i += 2) {
            values.put(changes[i], changes[i + 1]);
        }
        return tinyConfig().withAll(values).toJson();
    }

    /** Weights that grow a thousandfold with every step. */
    static String tinyThatOverflows() {
        return tinyWith(
                "optimizer.kind", "adamw",
                "optimizer.learning_rate", "100",
                "optimizer.weight_decay", "10",
                "optimizer.average_decay", "0");
    }

    static String phases() {
        return read("phases.short.json");
    }

    private static OnlineRecipe tinyConfig() {
        String name = "online.tiny.json";
        return OnlineRecipe.parse(read(name), name).with("protocol.stride", "8");
    }

    private static String read(String config) {
        try {
            return Files.readString(Path.of("../configs", config));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
