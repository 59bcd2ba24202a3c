package microgpt.web.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import microgpt.compute.JavaBackend;
import microgpt.config.OnlinePreset;
import microgpt.config.OnlineRecipe;
import microgpt.corpus.ByteStream;
import microgpt.engine.PrequentialEngine;
import org.junit.jupiter.api.Test;

class EstimateTest {
    private static final byte[] TEXT = new byte[1000];

    @Test
    void whatThePageShowsIsWhatEachPresetThenHoldsFromStartToEnd() throws IOException {
        for (OnlinePreset preset : OnlinePreset.parseList(read("presets.json"), "presets.json")) {
            holdsWhatItSays(OnlineRecipe.parse(read(preset.file()), preset.file()));
        }
        holdsWhatItSays(tiny().withAll(
                        Map.of("optimizer.kind", "sgd", "optimizer.momentum", "0.9", "optimizer.average_decay", "0")));
    }

    private static void holdsWhatItSays(OnlineRecipe recipe) {
        Estimate estimate = Estimate.of(recipe.online());
        PrequentialEngine engine =
                new PrequentialEngine(recipe.online(), JavaBackend.alone(), ByteStream.of("zeros", TEXT));
        assertEquals(engine.config().model().parameterCount(), estimate.parameters());
        assertEquals(engine.memoryBytes(), estimate.memoryBytes(), recipe.toJson());
        engine.step();
        assertEquals(engine.memoryBytes(), estimate.memoryBytes(), recipe.toJson());
    }

    @Test
    void whatNoMemoryCouldHoldIsCountedAllTheSame() {
        Estimate vast = Estimate.of(tiny().withAll(Map.of("model.n_layers", "256", "model.context_length", "65536"))
                .online());
        assertTrue(vast.memoryBytes() > 1L << 40, vast + " is more than a terabyte");
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of("../configs/" + file));
    }

    private static OnlineRecipe tiny() {
        try {
            return OnlineRecipe.parse(Files.readString(Path.of("../configs/online.tiny.json")), "online.tiny.json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
