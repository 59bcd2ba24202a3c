package microgpt.predict;

/** What becomes of a node of {@link Buckets} when a bit comes: its probability, its count, its bit history. */
final class Nodes {
    static final int MOST = 255;
    /** How often something was seen: 0 to 7 exactly, then in ranges up to the limit of a cell. */
    static final int CLASSES = 15;

    private static final float LOWEST = 16;
    private static final float HIGHEST = 65519;

    final Histories histories = new Histories();
    /** The class of each count. */
    final byte[] classes = new byte[MOST + 1];

    private final float[] rates = new float[MOST + 1];

    Nodes() {
        for (int i = 0; i <= MOST; i++) {
            rates[i] = 1 / (i + 1.5f);
            classes[i] = (byte) classOf(i);
        }
    }

    private static int classOf(int count) {
        if (count < 8) {
            return count;
        } else if (count < 16) {
            return 8 + (count - 8) / 4;
        } else if (count < 64) {
            return 10 + (count - 16) / 16;
        }
        return count < MOST ? 13 : 14;
    }

    int after(int cell, int bit) {
        int count = cell >>> 8 & 0xff;
        float p = cell >>> 16;
        p += ((bit == 1 ? 65535 : 0) - p) * rates[count];
        int probability = (int) (p < LOWEST ? LOWEST : p > HIGHEST ? HIGHEST : p);
        return probability << 16 | Math.min(count + 1, MOST) << 8 | histories.next(cell & 0xff, bit);
    }
}
