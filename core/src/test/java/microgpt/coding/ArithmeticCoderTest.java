package microgpt.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.numeric.Rng;
import microgpt.predict.Chance;
import org.junit.jupiter.api.Test;

class ArithmeticCoderTest {
    private static final int BITS = 200_000;

    @Test
    void everyBitComesBackAtAnyChance() {
        int[] chances = new int[BITS];
        int[] bits = new int[BITS];
        Rng rng = Rng.seeded(1);
        for (int i = 0; i < BITS; i++) {
            int shape = rng.nextInt(4);
            chances[i] = shape == 0 ? 1 : shape == 1 ? Chance.ONE - 1 : 1 + rng.nextInt(Chance.ONE - 1);
            bits[i] = rng.nextInt(Chance.ONE) < chances[i] ? 1 : 0;
        }
        check(bits, chances);
    }

    @Test
    void everyBitComesBackWhereTheUnlikelyAlwaysHappens() {
        int[] chances = new int[20_000];
        int[] bits = new int[20_000];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = i % 3 == 0 ? 1 : 0;
            chances[i] = bits[i] == 1 ? 1 : Chance.ONE - 1;
        }
        check(bits, chances);
    }

    /** Seeds until the code has had many carries: random bits at a chance of nearly nothing leave bytes of 255 behind. */
    @Test
    void carriesRunThroughBytesOf255() {
        for (int seed = 0; seed < 200; seed++) {
            Rng rng = Rng.seeded(seed);
            int[] bits = new int[300];
            int[] chances = new int[300];
            for (int i = 0; i < bits.length; i++) {
                chances[i] = rng.nextInt(3) == 0 ? Chance.ONE / 256 : 1;
                bits[i] = rng.nextInt(30) == 0 ? 1 : 0;
            }
            check(bits, chances);
        }
    }

    @Test
    void likelyBitsCostAsLittleAsTheirChanceSays() {
        int[] bits = new int[BITS];
        int[] chances = new int[BITS];
        for (int i = 0; i < BITS; i++) {
            bits[i] = 1;
            chances[i] = Chance.ONE - 1;
        }
        check(bits, chances);
    }

    @Test
    void noBitsTakeNoBytes() {
        assertEquals(0, new ArithmeticEncoder().finish().length);
    }

    /** Codes, decodes, and compares the length with the sum of -log2 p. */
    private static void check(int[] bits, int[] chances) {
        ArithmeticEncoder encoder = new ArithmeticEncoder();
        double ideal = 0;
        for (int i = 0; i < bits.length; i++) {
            encoder.encode(bits[i], chances[i]);
            ideal += Chance.bits(Chance.share(chances[i], bits[i]));
        }
        byte[] code = encoder.finish();
        assertTrue(code.length <= ideal / 8 * 1.0001 + 4, code.length + " bytes for " + ideal / 8);
        assertTrue(code.length >= ideal / 8 - 4, code.length + " bytes for " + ideal / 8);
        ArithmeticDecoder decoder = new ArithmeticDecoder(code, 0, code.length);
        for (int i = 0; i < bits.length; i++) {
            assertEquals(bits[i], decoder.decode(chances[i]), "bit " + i);
        }
    }
}
