package microgpt.numeric;

/**
 * SHA-256 (FIPS 180-4): 32 bytes that stand for any number of bytes. Here because the class library of the browser's build
 * has none.
 */
public final class Sha256 {
    private static final int BLOCK = 64;
    private static final String HEX = "0123456789abcdef";
    /** The fractions of the square roots, in STATE, and cube roots, in ROUNDS, of the first primes. */
    private static final int[] STATE = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
    };

    private static final int[] ROUNDS = {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
        0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
        0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
        0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
        0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
        0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
        0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
        0xc67178f2
    };

    private final int[] state = STATE.clone();
    private final int[] words = new int[BLOCK];
    private final byte[] block = new byte[BLOCK];
    private int filled;
    private long length;

    /**
     * One that has taken in {@code length} bytes and came to {@code midstate}.
     *
     * @throws IllegalArgumentException if that cannot be
     */
    public static Sha256 ofMidstate(int[] midstate, long length) {
        if (midstate.length != STATE.length || length < 0 || length % BLOCK != 0) {
            throw new IllegalArgumentException("a midstate of " + midstate.length + " numbers after " + length
                    + " bytes must have " + STATE.length + ", after whole blocks of " + BLOCK);
        }
        Sha256 hash = new Sha256();
        System.arraycopy(midstate, 0, hash.state, 0, STATE.length);
        hash.length = length;
        return hash;
    }

    /** One that has taken in the same, and goes its own way from here. */
    public Sha256 copy() {
        Sha256 copy = new Sha256();
        System.arraycopy(state, 0, copy.state, 0, state.length);
        System.arraycopy(block, 0, copy.block, 0, filled);
        copy.filled = filled;
        copy.length = length;
        return copy;
    }

    /** What it came to after whole blocks of 64 bytes. */
    public int[] midstate() {
        if (filled != 0) {
            throw new IllegalStateException(length + " bytes are not whole blocks of " + BLOCK);
        }
        return state.clone();
    }

    /** The hash of {@code bytes}, in 64 hexadecimal digits. */
    public static String of(byte... bytes) {
        Sha256 hash = new Sha256();
        hash.add(bytes, 0, bytes.length);
        return hash.hex();
    }

    /** Whether a text looks like what {@link #of} gives. */
    public static boolean isHex(String hash) {
        boolean good = hash.length() == 64;
        for (int i = 0; i < hash.length(); i++) {
            good &= HEX.indexOf(hash.charAt(i)) >= 0;
        }
        return good;
    }

    /** Takes in {@code count} bytes. */
    public void add(byte[] bytes, int from, int count) {
        length += count;
        int at = from;
        int end = from + count;
        while (at < end) {
            if (filled == 0 && end - at >= BLOCK) {
                mix(bytes, at);
                at += BLOCK;
                continue;
            }
            int taken = Math.min(BLOCK - filled, end - at);
            System.arraycopy(bytes, at, block, filled, taken);
            at += taken;
            filled += taken;
            if (filled == BLOCK) {
                mix(block, 0);
                filled = 0;
            }
        }
    }

    /** The hash of all that was taken in, in 64 hexadecimal digits. Nothing can be added afterwards. */
    public String hex() {
        long bits = 8 * length;
        byte[] end = new byte[(filled < 56 ? 64 : 128) - filled];
        end[0] = (byte) 0x80;
        for (int i = 0; i < 8; i++) {
            end[end.length - 1 - i] = (byte) (bits >>> (8 * i));
        }
        add(end, 0, end.length);
        StringBuilder hex = new StringBuilder(64);
        for (int word : state) {
            for (int shift = 28; shift >= 0; shift -= 4) {
                hex.append(HEX.charAt((word >>> shift) & 15));
            }
        }
        return hex.toString();
    }

    private void mix(byte[] bytes, int at) {
        for (int i = 0; i < 16; i++) {
            int b = at + 4 * i;
            words[i] = (bytes[b] & 0xff) << 24
                    | (bytes[b + 1] & 0xff) << 16
                    | (bytes[b + 2] & 0xff) << 8
                    | (bytes[b + 3] & 0xff);
        }
        for (int i = 16; i < BLOCK; i++) {
            int x = words[i - 15];
            int y = words[i - 2];
            int s0 = Integer.rotateRight(x, 7) ^ Integer.rotateRight(x, 18) ^ (x >>> 3);
            int s1 = Integer.rotateRight(y, 17) ^ Integer.rotateRight(y, 19) ^ (y >>> 10);
            words[i] = words[i - 16] + s0 + words[i - 7] + s1;
        }
        rounds();
    }

    private void rounds() {
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        int f = state[5];
        int g = state[6];
        int h = state[7];
        for (int i = 0; i < BLOCK; i++) {
            int s1 = Integer.rotateRight(e, 6) ^ Integer.rotateRight(e, 11) ^ Integer.rotateRight(e, 25);
            int t1 = h + s1 + ((e & f) ^ (~e & g)) + ROUNDS[i] + words[i];
            int s0 = Integer.rotateRight(a, 2) ^ Integer.rotateRight(a, 13) ^ Integer.rotateRight(a, 22);
            int t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
            h = g;
            g = f;
            f = e;
            e = d + t1;
            d = c;
            c = b;
            b = a;
            a = t1 + t2;
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }
}
