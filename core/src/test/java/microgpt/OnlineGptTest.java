package microgpt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import microgpt.config.OnlineRecipe;
import microgpt.engine.Predictor;
import microgpt.sampling.Sampler;
import org.junit.jupiter.api.Test;

class OnlineGptTest {
    private static OnlineGpt tiny() {
        try {
            String file = "../configs/online.tiny.json";
            return new OnlineGpt(OnlineRecipe.parse(Files.readString(Path.of(file)), file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aByteCostsWhatWasPredicted() {
        OnlineGpt gpt = tiny();
        gpt.observe("so it goes. so it ");
        double chance = gpt.predict()['g'];
        assertEquals(-Math.log(chance) / Math.log(2), gpt.observe((byte) 'g')[0], 1e-4);
    }

    @Test
    void whatIsStrangeCostsMore() {
        OnlineGpt gpt = tiny();
        for (int i = 0; i < 60; i++) {
            gpt.observe("all is well\n");
        }
        double usual = sum(gpt.observe("all is well\n"));
        assertTrue(sum(gpt.observe("DISK FULL!!\n")) > 2 * usual);
    }

    private static double sum(float... bits) {
        double sum = 0;
        for (float each : bits) {
            sum += each;
        }
        return sum;
    }

    @Test
    void everyByteIsMeteredOnce() {
        OnlineGpt gpt = tiny();
        double bits = sum(gpt.observe("a text of some 35 bytes, more or les")) + sum(gpt.observe(new byte[0]));
        assertEquals(36, gpt.engine().meter().bytes());
        assertEquals(bits, 36 * gpt.engine().meter().whole(), 1e-3);
    }

    @Test
    void aSampleChangesNothingAndIsOfItsSeed() {
        OnlineGpt gpt = tiny();
        gpt.observe("abcabcabcabc");
        OnlineGpt other = tiny();
        other.observe("abcabcabcabc");
        byte[] sample = gpt.sample(20, 0.8, 0, 1, 3);
        assertArrayEquals(sample, gpt.sample(20, 0.8, 0, 1, 3));
        assertArrayEquals(other.observe("abc"), gpt.observe("abc"));
    }

    /** What versions without a mixture wrote, to the byte. */
    @Test
    void theTransformerAloneWritesWhatItAlwaysWrote() {
        OnlineGpt gpt =
                new OnlineGpt(tiny().recipe().withAll(Map.of("mixture.enabled", "false", "cache.enabled", "false")));
        assertArrayEquals(
                new byte[] {-79, -93, 52, -117, 110, 105, 56, -73, -16, 50, -18, -84}, gpt.sample(12, 0.8, 0, 1, 3));
        gpt.observe("all is well that ends well. ".repeat(20));
        assertEquals("ll ell sn wl", new String(gpt.sample(12, 0.5, 0, 1, 3), StandardCharsets.ISO_8859_1));
        assertEquals(Predictor.TRANSFORMER, gpt.write(Sampler.GREEDY).by());
    }

    @Test
    void aMixtureWritesByHeartWhatItReadOften() {
        OnlineGpt gpt = tiny();
        gpt.observe("a stitch in time saves nine. ".repeat(20));
        assertEquals(
                "a stitch in time saves nine. ", new String(gpt.sample(29, 0.5, 0, 1, 3), StandardCharsets.US_ASCII));
        assertEquals(Predictor.MIXTURE, gpt.write(Sampler.GREEDY).by());
    }

    @Test
    void aSampleOfFewerThanNoBytesIsRefused() {
        assertEquals(0, tiny().sample(0, 0.8, 0, 1, 3).length);
        assertEquals(
                "length -1 must be at least 0",
                assertThrows(IllegalArgumentException.class, () -> tiny().sample(-1, 0.8, 0, 1, 3))
                        .getMessage());
    }

    @Test
    void aSavedModelGoesOnAlike() {
        OnlineGpt gpt = tiny();
        gpt.observe("it was the best of times, it was the worst of times, ");
        gpt.tune(gpt.recipe().with("optimizer.learning_rate", "0.01"));
        OnlineGpt restored = OnlineGpt.restored(gpt.save());
        String next = "it was the age of wisdom, it was the age of foolishness";
        assertArrayEquals(gpt.observe(next), restored.observe(next));
        assertEquals(gpt.engine().meter().whole(), restored.engine().meter().whole());
    }

    @Test
    void aModelThatHasReadMoreThanItHoldsIsSavedAndGoesOnAlike() {
        OnlineGpt gpt = new OnlineGpt(tiny().recipe()
                .withAll(Map.of(
                        "model.d_model", "4",
                        "model.n_heads", "1",
                        "model.d_mlp", "4",
                        "model.context_length", "8",
                        "protocol.context", "1",
                        "protocol.stride", "7",
                        "experience_replay.windows", "1",
                        "mixture.enabled", "false",
                        "experience_replay.capacity", "50")));
        for (int i = 0; i < 1000; i++) {
            gpt.observe("line " + i + " of a log that never ends\n");
        }
        byte[] saved = gpt.save();
        assertTrue(saved.length < 160_000, "it has read 36,000 bytes, and holds less: " + saved.length);
        OnlineGpt restored = OnlineGpt.restored(saved);
        String next = "line 1000 of a log that never ends\n".repeat(20);
        assertArrayEquals(gpt.observe(next), restored.observe(next));
        assertArrayEquals(gpt.sample(20, 0.8, 0, 1, 3), restored.sample(20, 0.8, 0, 1, 3));
        assertEquals(
                gpt.engine().meter().score(Predictor.ORDER_2).mean(),
                restored.engine().meter().score(Predictor.ORDER_2).mean());
        assertEquals(
                gpt.engine().meter().score(Predictor.PPM).bits(),
                restored.engine().meter().score(Predictor.PPM).bits());
        byte[] again = restored.save();
        assertArrayEquals(gpt.save(), again);
        assertTrue(gpt.engine().heldBytes() <= gpt.engine().config().mostHeldBytes());
    }

    @Test
    void whatIsNoSavedModelIsRefused() {
        byte[] saved = tiny().save();
        assertThrows(IllegalArgumentException.class, () -> OnlineGpt.restored(new byte[9]));
        assertThrows(IllegalArgumentException.class, () -> OnlineGpt.restored(Arrays.copyOf(saved, 100)));
    }

    @Test
    void theShapeCannotChangeWhileRunning() {
        OnlineGpt gpt = tiny();
        OnlineRecipe wider = gpt.recipe().with("model.d_mlp", "128");
        assertEquals(
                "model.d_mlp cannot change while running",
                assertThrows(IllegalArgumentException.class, () -> gpt.tune(wider))
                        .getMessage());
    }
}
