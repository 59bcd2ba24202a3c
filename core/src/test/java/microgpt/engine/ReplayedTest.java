package microgpt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import microgpt.compute.JavaBackend;
import microgpt.corpus.BosPlacement;
import microgpt.corpus.ByteStream;
import microgpt.corpus.Window;
import microgpt.mechanism.ExperienceReplay;
import microgpt.numeric.Snapshot;
import org.junit.jupiter.api.Test;

class ReplayedTest {
    private static final byte[] TEXT =
            "the cat sat on a mat and the dog sat on the cat. ".repeat(3).getBytes(StandardCharsets.US_ASCII);

    private final ByteStream stream = ByteStream.of("text", TEXT);
    private final PrequentialEngine engine = new PrequentialEngine(
            Recipes.plain()
                    .replay(new ExperienceReplay.Settings(true, 2, 1000, 1))
                    .config(),
            JavaBackend.alone(),
            stream);

    @Test
    void aRecalledWindowIsRememberedWithTheLossThatItHadWhenRecalled() {
        while (engine.position() < 100) {
            engine.step();
        }
        long[] starts = reservoir().longs("starts");
        float[] before = reservoir().floats("losses");
        float[] present = new float[starts.length];
        for (int slot = 0; slot < starts.length; slot++) {
            present[slot] = lossNow(starts[slot]);
        }

        assertEquals(2, engine.step().replayed());

        float[] after = reservoir().floats("losses");
        int refreshed = 0;
        for (int slot = 0; slot < starts.length; slot++) {
            if (after[slot] != before[slot]) {
                assertEquals(present[slot], after[slot], 1e-5f, "slot " + slot);
                refreshed++;
            }
        }
        assertTrue(refreshed == 1 || refreshed == 2, "both draws may be the same: " + refreshed);
    }

    private Snapshot reservoir() {
        Snapshot saved = new Snapshot();
        engine.save(saved);
        return saved.part("experience_replay").part("reservoir");
    }

    /** The mean loss, in nats, of the weights as they are for the window at {@code start}. */
    private float lossNow(long start) {
        Window window = new Window(8, BosPlacement.STREAM);
        window.cut(stream, start, 0, 8);
        float[] losses = new float[8];
        engine.gpt().forward(engine.learner().weights(), window.inputs(), window.targets(), losses, 1, 8);
        float sum = 0;
        for (float loss : losses) {
            sum += loss;
        }
        return sum / 8;
    }
}
