package microgpt.coding;

import java.util.Arrays;
import microgpt.numeric.Sha256;
import microgpt.predict.BitExpert;
import microgpt.predict.Chance;

/** Codes a text, byte by byte, in as many bits as it surprises an expert, who learns it on the way. */
public final class TextEncoder {
    private final BitExpert expert;
    private final String recipe;
    private final ArithmeticEncoder code = new ArithmeticEncoder();
    private byte[] text = new byte[1 << 10];
    private int length;
    private double bits;

    /** {@code recipe} is what an expert like {@code expert}, who has read nothing, can be made from. */
    public TextEncoder(BitExpert expert, String recipe) {
        this.expert = expert;
        this.recipe = recipe;
    }

    /** Takes in {@code count} bytes. */
    public void add(byte[] bytes, int from, int count) {
        if (length + count > text.length) {
            text = Arrays.copyOf(text, Math.max(2 * text.length, length + count));
        }
        System.arraycopy(bytes, from, text, length, count);
        for (int end = length + count; length < end; length++) {
            encode(text[length]);
        }
    }

    private void encode(int next) {
        double probability = 1;
        for (int shift = 7; shift >= 0; shift--) {
            int bit = (next >> shift) & 1;
            int chance = expert.chance();
            probability *= Chance.share(chance, bit);
            code.encode(bit, chance);
            expert.learn(bit);
        }
        bits += Chance.bits(probability);
    }

    /** The sum of what all bytes cost by prediction: the code is as long but for a few bytes. */
    public double bits() {
        return bits;
    }

    /** The file; the text stands in it as it is where a code would be longer. Nothing can be added. */
    public CodeFile finish() {
        byte[] whole = Arrays.copyOf(text, length);
        String sha256 = Sha256.of(whole);
        byte[] coded = code.finish();
        if (coded.length + recipe.length() >= length) {
            return new CodeFile(Arithmetic.STORED, "", length, sha256, whole);
        }
        return new CodeFile(Arithmetic.PLAIN, recipe, length, sha256, coded);
    }
}
