package microgpt.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import microgpt.corpus.PhasePlan.Visit;
import microgpt.corpus.genre.Genre;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PhasePlanTest {
    @Test
    void aPlanListsVisitsInOrder() {
        PhasePlan plan = PhasePlan.parse("p.json", """
                {"_notes": "a comment", "seed": 3, "phases": [
                  {"phase": "motif", "bytes": 100},
                  {"phase": "counting", "bytes": 200, "seed": 8, "_why": "another"}]}
                """);
        assertEquals(
                new PhasePlan(3, List.of(new Visit(Genre.MOTIF, 100, null), new Visit(Genre.COUNTING, 200, 8L))), plan);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | p.json: the whole file: expected an object, found []",
                "{\"seed\": 1} | p.json: missing key phases",
                "{\"phases\": []} | p.json: missing key seed",
                "{\"seed\": 1, \"phases\": []} | p.json: phases: expected a list of at least one phase, found []",
                "{\"seed\": 1, \"fases\": 2, \"phases\": []} |"
                        + "p.json: unknown key fases; the nearest known key is phases",
                "{\"seed\": \"x\", \"phases\": [{\"phase\": \"motif\", \"bytes\": 9}]} |"
                        + "p.json: seed: expected a whole number, found \"x\"",
                "{\"seed\": 1, \"phases\": [{\"phase\": \"motif\", \"byte\": 9}]} |"
                        + "p.json: unknown key phases[0].byte; the nearest known key is phases[0].bytes",
                "{\"seed\": 1, \"phases\": [{\"phase\": \"motif\"}]} | p.json: missing key phases[0].bytes",
                "{\"seed\": 1, \"phases\": [{\"phase\": \"motif\", \"bytes\": 1.5}]} |"
                        + "p.json: phases[0].bytes: expected a whole number, found 1.5",
                "{\"seed\": 1, \"phases\": [{\"phase\": \"motif\", \"bytes\": 0}]} |"
                        + "p.json: phases[0].bytes: expected 1 to 100000000, found 0",
            })
    void mistakesAreNamed(String json, String message) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> PhasePlan.parse("p.json", json));
        assertEquals(message, refusal.getMessage());
    }

    @Test
    void anUnknownPhaseIsAnsweredWithTheKnownOnes() {
        String json = "{\"seed\": 1, \"phases\": [{\"phase\": \"countin\", \"bytes\": 9}]}";
        String message =
                String.valueOf(assertThrows(IllegalArgumentException.class, () -> PhasePlan.parse("p.json", json))
                        .getMessage());
        assertTrue(message.startsWith("p.json: phases[0].phase: expected one of motif, "), message);
        assertTrue(message.endsWith(" (nearest: counting), found \"countin\""), message);
    }

    @Test
    void textThatIsNotJsonIsRefusedWithItsPlace() {
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> PhasePlan.parse("p.json", "{\n\"seed\" 1}"))
                        .getMessage());
        assertTrue(message.startsWith("p.json:2:8: not JSON: "), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"phases.visits.json", "phases.json", "phases.short.json", "phases.stories.json"})
    void thePlansThatShipAreReadable(String file) throws IOException {
        PhasePlan plan = PhasePlan.parse(file, Files.readString(Path.of("../configs", file)));
        ByteStream stream = Corpus.build(plan);
        assertEquals(plan.visits().size(), stream.phaseCount());
    }
}
