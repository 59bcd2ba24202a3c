package microgpt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
        agree(7, 200);
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
        JsonArray losses = printed(42).getArray("losses");
        MicroGpt gpt = names(NamesConfig.DEFAULT.with(Arithmetic.FLOAT32));
        for (int i = 0; i < 200; i++) {
            assertEquals(losses.getDouble(i), gpt.train().loss(), 1e-3, "step " + (i + 1));
        }
    }
}
