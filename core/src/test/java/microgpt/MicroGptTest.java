package microgpt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import microgpt.names.NameSampler;
import microgpt.names.NamesConfig;
import microgpt.names.NamesConfig.Arithmetic;
import org.junit.jupiter.api.Test;

/** The numbers to agree with are what microgpt.py printed under CPython 3.11. */
class MicroGptTest {
    private static String resource(String name) {
        try (InputStream in = MicroGptTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    private static JsonObject printed(int seed) throws JsonParserException {
        return JsonParser.object().from(resource("microgpt-names64-seed" + seed + ".json"));
    }

    private static MicroGpt names(NamesConfig config) {
        MicroGpt gpt = new MicroGpt(config);
        gpt.load(resource("names-64.txt"));
        return gpt;
    }

    private static void agree(int seed, int steps) throws JsonParserException {
        JsonObject printed = printed(seed);
        MicroGpt gpt = names(NamesConfig.DEFAULT.withSeed(seed));
        assertEquals(printed.getInt("docs"), gpt.texts().size());
        assertEquals(printed.getInt("vocabulary"), gpt.characters().size());
        assertEquals(printed.getInt("parameters"), gpt.parameterCount());
        JsonArray losses = printed.getArray("losses");
        for (int i = 0; i < steps; i++) {
            double loss = losses.getDouble(i);
            assertEquals(loss, gpt.train().loss(), 1e-9 * loss, "step " + (i + 1));
        }
        if (steps == losses.size()) {
            List<String> written = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                written.add(gpt.generate(0.5).text());
            }
            assertEquals(printed.getArray("samples"), written);
        }
    }

    @Test
    void itIsMicrogptPyToTheLastDigit() throws JsonParserException {
        agree(42, 1000);
    }

    @Test
    void anotherSeedIsAnotherRun() throws JsonParserException {
        agree(7, 1000);
    }

    @Test
    void theFirstAndTheLastWeightAreThoseOfPython() throws JsonParserException {
        JsonObject printed = printed(42);
        double[] weights = names(NamesConfig.DEFAULT).model().state();
        JsonArray first = printed.getArray("first_parameters");
        for (int i = 0; i < first.size(); i++) {
            assertEquals(first.getDouble(i), weights[i], 1e-15);
        }
        assertEquals(printed.getDouble("last_parameter"), weights[printed.getInt("parameters") - 1], 1e-15);
    }

    @Test
    void floatsFollowDoublesForTwoHundredSteps() throws JsonParserException {
        for (int seed : new int[] {42, 7}) {
            JsonArray losses = printed(seed).getArray("losses");
            MicroGpt gpt = names(NamesConfig.DEFAULT.withSeed(seed).with(Arithmetic.FLOAT32));
            for (int i = 0; i < 200; i++) {
                assertEquals(losses.getDouble(i), gpt.train().loss(), 1e-3, "step " + (i + 1) + " of seed " + seed);
            }
        }
    }

    @Test
    void aSavedModelGoesOnAlike() {
        for (Arithmetic arithmetic : Arithmetic.values()) {
            MicroGpt gpt = names(NamesConfig.DEFAULT.with(arithmetic));
            gpt.train();
            gpt.generate(1);
            MicroGpt restored = MicroGpt.restored(gpt.save());
            assertEquals(gpt.train(), restored.train());
            assertEquals(gpt.generate(1).text(), restored.generate(1).text());
            assertEquals(2, restored.losses().length);
        }
    }

    @Test
    void whatIsNoSavedModelIsRefused() {
        byte[] saved = names(NamesConfig.DEFAULT).save();
        assertThrows(IllegalArgumentException.class, () -> MicroGpt.restored(new byte[3]));
        assertThrows(IllegalArgumentException.class, () -> MicroGpt.restored(Arrays.copyOf(saved, saved.length / 2)));
    }

    @Test
    void resetBeginsAgain() {
        MicroGpt gpt = names(NamesConfig.DEFAULT);
        double first = gpt.train().loss();
        gpt.generate(1);
        gpt.reset();
        assertEquals(first, gpt.train().loss());
    }

    @Test
    void aSeededSampleIsTheSameWhateverWasDrawnBefore() {
        MicroGpt gpt = names(NamesConfig.DEFAULT.with(Arithmetic.FLOAT32));
        String text = gpt.generate(NameSampler.DEFAULT.at(1), 5).text();
        gpt.generate(1);
        assertEquals(text, gpt.generate(NameSampler.DEFAULT.at(1), 5).text());
    }

    @Test
    void aPromptIsContinued() {
        MicroGpt gpt = names(NamesConfig.DEFAULT.with(Arithmetic.FLOAT32));
        MicroGpt.Generated generated = gpt.generate(NameSampler.DEFAULT.from("an"));
        assertTrue(generated.text().startsWith("an"));
        assertEquals(generated.text().length(), generated.tokens().size());
        assertThrows(IllegalArgumentException.class, () -> gpt.generate(NameSampler.DEFAULT.from("a".repeat(16))));
    }

    @Test
    void severalTextsCanBeLearnedAtOnce() {
        NamesConfig one = NamesConfig.DEFAULT;
        NamesConfig.Learning l = one.learning();
        MicroGpt gpt = names(
                one.with(new NamesConfig.Learning(l.learningRate(), l.beta1(), l.beta2(), l.epsilon(), l.steps(), 4)));
        double before = gpt.train().loss();
        for (int i = 0; i < 20; i++) {
            gpt.train();
        }
        assertTrue(gpt.train().loss() < before - 0.3);
    }

    @Test
    void aReleasedModelCanBeginAgain() {
        MicroGpt gpt = names(NamesConfig.DEFAULT.with(Arithmetic.FLOAT32));
        double first = gpt.train().loss();
        gpt.release();
        assertThrows(IllegalStateException.class, gpt::train);
        gpt.reset();
        assertEquals(first, gpt.train().loss());
    }

    @Test
    void otherTextsOfTheSameCharactersAreLearnedOn() {
        MicroGpt gpt = new MicroGpt(NamesConfig.DEFAULT);
        gpt.load("ab\nba");
        gpt.train();
        gpt.read("abba");
        assertEquals(2, gpt.train().step());
        gpt.read("abc");
        assertFalse(gpt.hasWeights());
    }

    @Test
    void nothingLoadedIsSaid() {
        MicroGpt gpt = new MicroGpt(NamesConfig.DEFAULT);
        assertThrows(IllegalStateException.class, gpt::train);
        assertThrows(IllegalStateException.class, gpt::reset);
        assertThrows(IllegalArgumentException.class, () -> gpt.load(" \n"));
    }
}
