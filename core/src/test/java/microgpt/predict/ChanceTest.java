package microgpt.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ChanceTest {
    @Test
    void nothingIsImpossibleAndNothingCertain() {
        assertEquals(1, Chance.of(0));
        assertEquals(1, Chance.of(1e-9f));
        assertEquals(65535, Chance.of(1));
        assertEquals(32768, Chance.of(0.5f));
    }

    @Test
    void bothBitsShareTheWhole() {
        for (int chance = 1; chance < Chance.ONE; chance += 97) {
            assertEquals(1, Chance.share(chance, 0) + Chance.share(chance, 1));
        }
        assertEquals(1, Chance.bits(Chance.share(32768, 1)));
        assertEquals(16, Chance.bits(Chance.share(1, 1)));
    }
}
