package microgpt.web.race;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LockstepTest {
    private static final int BLOCK = Lockstep.BLOCK_BYTES;

    @Test
    void nobodyIsMoreThanTwoBlocksAheadOfTheSlowest() {
        Lockstep race = new Lockstep(2);
        assertEquals(2 * BLOCK, race.target(Long.MAX_VALUE));
        race.reached(0, 2 * BLOCK);
        assertEquals(2 * BLOCK, race.target(Long.MAX_VALUE));
        race.reached(1, BLOCK - 1);
        assertEquals(2 * BLOCK, race.target(Long.MAX_VALUE));
        race.reached(1, BLOCK + 7);
        assertEquals(BLOCK + 7, race.least());
        assertEquals(3 * BLOCK, race.target(Long.MAX_VALUE));
    }

    @Test
    void thePaceHoldsAllBack() {
        assertEquals(5, new Lockstep(3).target(5));
    }
}
