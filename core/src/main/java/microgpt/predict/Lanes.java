package microgpt.predict;

/**
 * Sums in four lanes: number i is added to lane i mod 4, and the lanes are added as (0 + 1) + (2 + 3). The order is part of
 * the file format; a machine with vectors of four floats repeats it to the bit. Lengths are multiples of four.
 */
final class Lanes {
    static final int COUNT = 4;

    private Lanes() {}

    /** {@code length} rounded up. */
    static int padded(int length) {
        return (length + COUNT - 1) / COUNT * COUNT;
    }

    /** Sum of w[offsets[i] + i] x[i]: every number from a row of its own. */
    static float dot(float[] w, int[] offsets, float[] x, int length) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int i = 0; i < length; i += COUNT) {
            a += w[offsets[i] + i] * x[i];
            b += w[offsets[i + 1] + i + 1] * x[i + 1];
            c += w[offsets[i + 2] + i + 2] * x[i + 2];
            d += w[offsets[i + 3] + i + 3] * x[i + 3];
        }
        return (a + b) + (c + d);
    }

    /** w[offsets[i] + i] += step x[i]. */
    static void add(float[] w, int[] offsets, float[] x, int length, float step) {
        for (int i = 0; i < length; i++) {
            w[offsets[i] + i] += step * x[i];
        }
    }
}
