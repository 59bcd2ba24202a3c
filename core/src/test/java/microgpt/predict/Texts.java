package microgpt.predict;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import microgpt.numeric.Rng;

/** Texts for tests, the same wherever they are written. */
final class Texts {
    private static final String[] WORDS = {
        "the", "cat", "sat", "on", "a", "mat,", "Dog", "and", "lay", "by", "log.", "then", "there", "was", "light",
        "4711"
    };

    private Texts() {}

    /** Words in random order, in lines. */
    static byte[] speech(long seed, int length) {
        Rng rng = Rng.seeded(seed);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            int drawn = rng.nextInt(WORDS.length);
            text.append(WORDS[Math.min(drawn, rng.nextInt(WORDS.length))]);
            text.append(rng.nextInt(8) == 0 ? "\n" : " ");
        }
        return Arrays.copyOf(text.toString().getBytes(StandardCharsets.US_ASCII), length);
    }

    static byte[] random(long seed, int length) {
        Rng rng = Rng.seeded(seed);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) rng.nextInt(256);
        }
        return bytes;
    }

    /** The same up to {@code first}, from there on every byte another. */
    static byte[] changedFrom(byte[] bytes, int first) {
        byte[] changed = bytes.clone();
        Rng rng = Rng.seeded(first);
        for (int i = first; i < bytes.length; i++) {
            changed[i] = (byte) (bytes[i] ^ 1 + rng.nextInt(255));
        }
        return changed;
    }

    /** What each byte costs {@code expert}, in bits. */
    static double[] costs(Expert expert, byte... bytes) {
        double[] costs = new double[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            costs[i] = expert.observe(bytes[i] & 0xff);
        }
        return costs;
    }

    static double mean(Expert expert, byte... bytes) {
        return Arrays.stream(costs(expert, bytes)).sum() / bytes.length;
    }
}
