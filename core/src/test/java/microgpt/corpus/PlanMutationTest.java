package microgpt.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import microgpt.Mutations;
import microgpt.corpus.genre.Genre;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanMutationTest {
    private static final int MEMORY = 8 << 20;

    @Test
    void aSpoiltPlanIsReadOrRefused() throws Exception {
        List<String> plans = new ArrayList<>();
        for (String file : List.of("phases.visits.json", "phases.json", "phases.short.json", "phases.stories.json")) {
            plans.add(read(file));
        }
        Mutations.Outcome outcome =
                Mutations.ofTexts(plans, IllegalArgumentException.class, MEMORY).check(PlanMutationTest::parse);
        assertTrue(outcome.refused() > 0 && outcome.read() > 0, outcome.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {3_000, 100_000})
    void bracketsInsideBracketsAreRefused(int depth) {
        Mutations none = Mutations.ofTexts(List.of(), IllegalArgumentException.class, MEMORY);
        String deep = "{\"seed\":1,\"phases\":" + "[".repeat(depth);
        String refusal = none.refusalOf(deep.getBytes(StandardCharsets.UTF_8), PlanMutationTest::parse);
        assertEquals("p.json:1:83: brackets must not nest deeper than 64", refusal);
    }

    @Test
    void aPlanThatAsksForMoreThanMemoryHoldsIsRefused() {
        PhasePlan.Visit long100 = new PhasePlan.Visit(Genre.MOTIF, 100_000_000, null);
        assertEquals(
                10, new PhasePlan(1, Collections.nCopies(10, long100)).visits().size());
        Exception refusal =
                assertThrows(IllegalArgumentException.class, () -> new PhasePlan(1, Collections.nCopies(11, long100)));
        assertEquals("the 1100000000 bytes of all phases together must be at most 1000000000", refusal.getMessage());
    }

    private static void parse(byte... bytes) {
        PhasePlan.parse("p.json", new String(bytes, StandardCharsets.UTF_8));
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of("../configs", file));
    }
}
