package microgpt.corpus.genre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import java.util.TreeSet;
import microgpt.numeric.Rng;
import org.junit.jupiter.api.Test;

final class GrammarTest {
    private static final Grammar GRAMMAR = new Grammar("""
            greeting:
              {Name}, {name}|and {other}
            name:
              ann
              bob
            pair:
              {a,b:=both}{A} and {b} and {a}
            both:
              {name}/x y
            broken:
              {nobody}
            """);

    @Test
    void slotsAreExpandedCapitalizedAndBound() {
        Set<String> greetings = new TreeSet<>();
        Rng rng = Rng.seeded(1);
        for (int i = 0; i < 100; i++) {
            greetings.add(GRAMMAR.text(rng).bind("other", "carol").write("greeting"));
        }
        assertEquals(
                Set.of("Ann, ann\nand carol", "Ann, bob\nand carol", "Bob, ann\nand carol", "Bob, bob\nand carol"),
                greetings);
    }

    @Test
    void partsOfOneExpansionAreBoundTogether() {
        Set<String> pairs = new TreeSet<>();
        Rng rng = Rng.seeded(1);
        for (int i = 0; i < 50; i++) {
            pairs.add(GRAMMAR.text(rng).write("pair"));
        }
        assertEquals(Set.of("Ann and x y and ann", "Bob and x y and bob"), pairs);
    }

    @Test
    void aSlotThatStandsForNothingIsRefused() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> GRAMMAR.text(Rng.seeded(1)).write("broken"));
        assertEquals("the grammar has no rule or binding nobody", refusal.getMessage());
    }
}
