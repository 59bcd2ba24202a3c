package microgpt.predict;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import microgpt.compute.JavaBackend;
import microgpt.config.OnlineRecipe;
import microgpt.corpus.ByteStream;
import microgpt.corpus.Window;
import microgpt.engine.OnlineConfig;
import microgpt.engine.PrequentialEngine;
import microgpt.model.Gpt;

/**
 * Writes what a transformer said of each byte of a file before it learned it, 256 little-endian floats a byte, for {@link
 * MixtureBench}: {@code TransformerDump RECIPE FILE BYTES OUT}. Not a test.
 */
final class TransformerDump {
    private static final int BYTES = 256;

    private TransformerDump() {}

    public static void main(String[] args) throws IOException {
        OnlineConfig config =
                OnlineRecipe.parse(Files.readString(Path.of(args[0])), args[0]).online();
        byte[] all = Files.readAllBytes(Path.of(args[1]));
        byte[] text = Arrays.copyOf(all, Math.min(all.length, Integer.parseInt(args[2])));
        ByteStream stream = ByteStream.of("text", text);
        PrequentialEngine engine = new PrequentialEngine(config, JavaBackend.alone(), stream);
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(args[3])), 1 << 20))) {
            while (engine.canStep()) {
                dump(engine, stream, out);
                engine.step();
            }
        }
        System.out.println(text.length + " bytes at " + engine.meter().whole() + " bits per byte");
    }

    /** The rows of the step to come, computed beside the run. */
    private static void dump(PrequentialEngine engine, ByteStream stream, DataOutputStream out) throws IOException {
        OnlineConfig config = engine.config();
        Window window = new Window(config.model().contextLength(), config.beginning());
        window.cut(stream, engine.position(), config.context(), config.stride());
        Gpt gpt = engine.gpt();
        gpt.forward(
                engine.learner().predicting(),
                window.inputs(),
                window.targets(),
                new float[window.length()],
                1,
                window.length());
        float[] probs = new float[BYTES];
        ByteBuffer row = ByteBuffer.allocate(4 * BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = window.contextLength(); i < window.length(); i++) {
            int at = gpt.activations().probs.offset() + i * config.model().outputSize();
            gpt.activations().probs.memory().read(at, probs, 0, BYTES);
            row.asFloatBuffer().put(probs);
            out.write(row.array());
        }
    }
}
