package microgpt.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BitsTest {
    @Test
    void theConstantsAreWhatTheLogarithmSays() {
        assertEquals(DoubleMath.log(2), Bits.toNats(1));
        assertEquals(1 / DoubleMath.log(2), Bits.ofNats(1));
    }

    @Test
    void aByteKnownNothingOfCostsEightBits() {
        assertEquals(8, Bits.ofNats(Math.log(256)), 1e-14);
        assertEquals(Math.log(256), Bits.toNats(8), 1e-14);
    }
}
