package microgpt.worker.storage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Bytes as a failing disk, or somebody's editor, may have left them. */
final class Mutation {
    /** How many of them a test makes: {@code -Dmutations=20000} for more. */
    static final int COUNT = Integer.getInteger("mutations", 500);

    private static final String[] TOKENS = {
        "-1", "1e400", "[", "{", "\"", "null", "9223372036854775807", ",", "\\u0000", ".5"
    };

    private Mutation() {}

    /** A few changes to a copy: bits flipped, pieces cut, doubled, or replaced by what a parser may trip over. */
    static byte[] of(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int from = random.nextInt(bytes.length + 1);
            int to = Math.min(bytes.length, from + 1 + random.nextInt(8));
            bytes = switch (random.nextInt(5)) {
                case 0 ->
                    joined(bytes, from, new byte[] {(byte) random.nextInt(256)}, Math.min(bytes.length, from + 1));
                case 1 -> joined(bytes, from, new byte[0], to);
                case 2 -> joined(bytes, to, Arrays.copyOfRange(bytes, from, to), to);
                case 3 ->
                    joined(bytes, from, TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.US_ASCII), to);
                default -> Arrays.copyOf(bytes, from);
            };
        }
        return bytes;
    }

    /** The beginning of {@code bytes} until {@code from}, {@code middle}, and the end from {@code to}. */
    private static byte[] joined(byte[] bytes, int from, byte[] middle, int to) {
        byte[] all = Arrays.copyOf(bytes, from + middle.length + bytes.length - to);
        System.arraycopy(middle, 0, all, from, middle.length);
        System.arraycopy(bytes, to, all, from + middle.length, bytes.length - to);
        return all;
    }
}
