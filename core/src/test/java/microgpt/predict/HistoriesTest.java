package microgpt.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.numeric.Rng;
import org.junit.jupiter.api.Test;

class HistoriesTest {
    private final Histories histories = new Histories();

    @Test
    void thereAre161States() {
        assertEquals(161, histories.count());
        assertEquals(0, histories.zeros(0) + histories.ones(0));
    }

    @Test
    void aFewBitsAreCountedExactly() {
        int state = after("0010");
        assertEquals(3, histories.zeros(state));
        assertEquals(1, histories.ones(state));
    }

    @Test
    void theLatestBitIsKnown() {
        assertTrue(after("01") != after("10"));
        assertEquals(histories.zeros(after("01")), histories.zeros(after("10")));
    }

    @Test
    void theOppositeBitIsDiscounted() {
        int state = after("0000000" + "1");
        assertEquals(4, histories.zeros(state));
        assertEquals(1, histories.ones(state));
        assertEquals(3, histories.zeros(after("0000" + "1")));
        assertEquals(2, histories.zeros(after("00" + "1")));
    }

    @Test
    void aLongRunReachesTheTopOfTheLadder() {
        assertEquals(48, histories.ones(after("1".repeat(100))));
        assertEquals(5, histories.ones(after("1".repeat(100) + "0")));
    }

    @Test
    void everyStateLeadsToAState() {
        Rng rng = Rng.seeded(1);
        int state = 0;
        for (int i = 0; i < 100_000; i++) {
            state = histories.next(state, rng.nextInt(100) < i / 1000 ? 1 : 0);
            assertTrue(state > 0 && state < 161, "state " + state);
        }
    }

    private int after(String bits) {
        int state = 0;
        for (int i = 0; i < bits.length(); i++) {
            state = histories.next(state, bits.charAt(i) - '0');
        }
        return state;
    }
}
