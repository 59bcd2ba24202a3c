package microgpt.coding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import microgpt.numeric.Sha256;

/**
 * A coded text as a file: four bytes of magic, version, arithmetic, recipe (its length, then UTF-8), length of the text,
 * length of the code, SHA-256 of the text, four bytes that check all of it, code. Lengths take seven bits a byte, the lowest
 * first.
 */
public final class CodeFile {
    /** Two readers of one version get the same text from the same file; any change of a prediction is a new version. */
    public static final int VERSION = 2;

    /** How many bytes of a file tell whether it is one. */
    public static final int MAGIC_BYTES = 4;

    private static final byte[] MAGIC = {(byte) 0xb5, 'G', 'P', 'C'};
    private static final int HASH = 32;
    private static final int CHECK = 4;

    private final Arithmetic arithmetic;
    private final String recipe;
    private final long length;
    private final String sha256;
    private final byte[] code;

    CodeFile(Arithmetic arithmetic, String recipe, long length, String sha256, byte... code) {
        this.arithmetic = arithmetic;
        this.recipe = recipe;
        this.length = length;
        this.sha256 = sha256;
        this.code = code;
    }

    /** How many bytes a file with this recipe has besides its code, but for the digits of the code's length. */
    public static int headBytes(String recipe) {
        return new CodeFile(Arithmetic.PLAIN, recipe, 1 << 20, "00".repeat(HASH)).toBytes().length;
    }

    Arithmetic arithmetic() {
        return arithmetic;
    }

    /** What made the predictions, in the words of whoever made them; empty if nothing did. */
    public String recipe() {
        return recipe;
    }

    /** Bytes of the text. */
    public long length() {
        return length;
    }

    /** The hash of the text, in hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /** The code itself; not to be changed. */
    public byte[] code() {
        return code;
    }

    /** The file as bytes. */
    public byte[] toBytes() {
        byte[] words = recipe.getBytes(StandardCharsets.UTF_8);
        byte[] head = new byte[MAGIC.length + 2 + 10 + words.length + 10 + 10 + HASH + CHECK];
        System.arraycopy(MAGIC, 0, head, 0, MAGIC.length);
        int at = MAGIC.length;
        head[at++] = VERSION;
        head[at++] = (byte) arithmetic.id;
        at = putNumber(head, at, words.length);
        System.arraycopy(words, 0, head, at, words.length);
        at = putNumber(head, at + words.length, length);
        at = putNumber(head, at, code.length);
        System.arraycopy(fromHex(sha256), 0, head, at, HASH);
        at += HASH;
        System.arraycopy(check(head, at, code, 0, code.length), 0, head, at, CHECK);
        at += CHECK;
        byte[] file = Arrays.copyOf(head, at + code.length);
        System.arraycopy(code, 0, file, at, code.length);
        return file;
    }

    private static int putNumber(byte[] bytes, int from, long number) {
        int at = from;
        long rest = number;
        while (rest > 127) {
            bytes[at++] = (byte) ((rest & 127) | 128);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
        return at;
    }

    /** Whether a file that begins with these bytes says of itself that it is a coded text. */
    public static boolean isBegunBy(byte... start) {
        return start.length >= MAGIC_BYTES && Arrays.equals(MAGIC, Arrays.copyOf(start, MAGIC_BYTES));
    }

    /**
     * Reads a file, the code of which is checked but not decoded.
     *
     * @throws BadCodeException if it is none, or is damaged, cut, of another version, or made by an unknown arithmetic
     */
    public static CodeFile parse(byte[] file) {
        if (!isBegunBy(file)) {
            throw new BadCodeException("not a coded text: expected it to begin with the bytes b5 47 50 43");
        }
        Reader in = new Reader(file, MAGIC.length);
        int version = in.next();
        if (version != VERSION) {
            throw new BadCodeException("the file is of version " + version + ", expected version " + VERSION);
        }
        int arithmetic = in.next();
        String recipe = new String(in.take(in.number()), StandardCharsets.UTF_8);
        long length = in.number();
        long codeLength = in.number();
        String sha256 = toHex(in.take(HASH));
        int headEnd = in.at;
        byte[] check = in.take(CHECK);
        int found = file.length - in.at;
        if (found != codeLength) {
            throw new BadCodeException("the file is " + (found < codeLength ? "cut" : "too long") + ": expected "
                    + codeLength + " bytes of code, found " + found);
        }
        if (!Arrays.equals(check, check(file, headEnd, file, in.at, found))) {
            throw new BadCodeException("the file is damaged: its check does not fit");
        }
        return new CodeFile(known(arithmetic), recipe, length, sha256, Arrays.copyOfRange(file, in.at, file.length));
    }

    private static Arithmetic known(int id) {
        Arithmetic arithmetic = Arithmetic.of(id);
        if (arithmetic == null) {
            throw new BadCodeException(
                    "the file was made by arithmetic number " + id + ", which is not known here; expected 0 or "
                            + Arithmetic.PLAIN.id + ", " + Arithmetic.PLAIN.words);
        }
        return arithmetic;
    }

    /** The first bytes of the SHA-256 of head and code. */
    private static byte[] check(byte[] head, int headLength, byte[] code, int from, int count) {
        Sha256 hash = new Sha256();
        hash.add(head, 0, headLength);
        hash.add(code, from, count);
        return Arrays.copyOf(fromHex(hash.hex()), CHECK);
    }

    private static byte[] fromHex(String hex) {
        byte[] bytes = new byte[hex.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
        }
        return bytes;
    }

    private static String toHex(byte[] bytes) {
        StringBuilder hex = new StringBuilder();
        for (byte b : bytes) {
            hex.append(Integer.toHexString((b & 0xff) | 256), 1, 3);
        }
        return hex.toString();
    }

    /** Takes a head apart, which may end anywhere. */
    private static final class Reader {
        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes, int at) {
            this.bytes = bytes;
            this.at = at;
        }

        int next() {
            return take(1)[0] & 0xff;
        }

        long number() {
            long number = 0;
            for (int shift = 0; shift < 63; shift += 7) {
                int part = next();
                number |= (part & 127L) << shift;
                if (part < 128) {
                    return number;
                }
            }
            throw new BadCodeException("the file is damaged: a length in its head has no end");
        }

        byte[] take(long count) {
            if (count > bytes.length - at) {
                throw new BadCodeException(
                        "the file is cut: expected " + count + " more bytes of its head, found " + (bytes.length - at));
            }
            at += (int) count;
            return Arrays.copyOfRange(bytes, at - (int) count, at);
        }
    }
}
