package microgpt.worker.lab;

import microgpt.protocol.Bytes;
import microgpt.protocol.Floats;

/** The likeliest bytes of a distribution with their chances, best first. */
record Likeliest(Bytes bytes, Floats chances) {
    static final Likeliest NONE = new Likeliest(Bytes.EMPTY, Floats.of());

    private static final int SHOWN = 10;

    /** Of the chances of all 256 bytes. */
    static Likeliest of(float[] probabilities) {
        float[] left = probabilities.clone();
        byte[] bytes = new byte[SHOWN];
        float[] chances = new float[SHOWN];
        for (int i = 0; i < SHOWN; i++) {
            int best = 0;
            for (int value = 1; value < left.length; value++) {
                best = left[value] > left[best] ? value : best;
            }
            bytes[i] = (byte) best;
            chances[i] = left[best];
            left[best] = -1;
        }
        return new Likeliest(Bytes.of(bytes), Floats.of(chances));
    }
}
