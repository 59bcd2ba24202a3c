package microgpt.coding;

import java.util.Arrays;
import java.util.function.Function;
import microgpt.numeric.Nullable;
import microgpt.numeric.Sha256;
import microgpt.predict.BitExpert;
import microgpt.predict.Chance;

/** Gives back the text of a {@link CodeFile}, a piece at a time: an expert predicts as the encoder's did, and learns. */
public final class TextDecoder {
    private static final int FIRST_ROOM = 1 << 16;

    private final CodeFile file;
    private final ArithmeticDecoder code;
    private final @Nullable BitExpert expert;
    private byte[] text;
    private int length;
    private double bits;

    /**
     * The start of decoding.
     *
     * @param experts makes of a recipe an expert who has read nothing
     */
    public TextDecoder(CodeFile file, Function<String, BitExpert> experts) {
        this.file = file;
        if (file.length() > Integer.MAX_VALUE - 16) {
            throw new BadCodeException("the text has " + file.length() + " bytes, expected less than 2 GB");
        }
        if (file.arithmetic() == Arithmetic.STORED) {
            expert = null;
            if (file.length() != file.code().length) {
                throw new BadCodeException("the file is damaged: expected " + file.length() + " stored bytes, found "
                        + file.code().length);
            }
        } else {
            expert = experts.apply(file.recipe());
        }
        code = new ArithmeticDecoder(file.code(), 0, file.code().length);
        text = new byte[(int) Math.min(file.length(), FIRST_ROOM)];
    }

    /** How many bytes are decoded. */
    public int decoded() {
        return length;
    }

    public boolean isDone() {
        return length == file.length();
    }

    /** Decodes {@code count} more bytes, or all that are left. */
    public void advance(int count) {
        int end = (int) Math.min(file.length(), (long) length + count);
        if (end > text.length) {
            text = Arrays.copyOf(text, (int) Math.min(file.length(), Math.max(2L * text.length, end)));
        }
        while (length < end) {
            text[length] = expert == null ? stored() : next(expert);
            length++;
        }
    }

    private byte stored() {
        bits += Byte.SIZE;
        return file.code()[length];
    }

    private byte next(BitExpert from) {
        int next = 0;
        double probability = 1;
        for (int i = 0; i < 8; i++) {
            int chance = from.chance();
            int bit = code.decode(chance);
            probability *= Chance.share(chance, bit);
            from.learn(bit);
            next = 2 * next + bit;
        }
        bits += Chance.bits(probability);
        return (byte) next;
    }

    /** The sum of what the decoded bytes cost by prediction, as {@link TextEncoder#bits} counts it. */
    public double bits() {
        return bits;
    }

    /** The bytes from {@code from} to before {@code to}, which must be decoded. */
    public byte[] text(int from, int to) {
        return Arrays.copyOfRange(text, from, to);
    }

    /**
     * The whole text, which must be decoded.
     *
     * @throws BadCodeException if it is not the text that was coded
     */
    public byte[] finish() {
        String found = Sha256.of(text);
        if (!found.equals(file.sha256())) {
            throw new BadCodeException("what was decoded is not what was coded: expected SHA-256 " + file.sha256()
                    + ", found " + found + "; this machine computes otherwise than the one that coded it");
        }
        return text;
    }
}
