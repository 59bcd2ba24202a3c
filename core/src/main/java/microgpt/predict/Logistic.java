package microgpt.predict;

import microgpt.numeric.FloatMath;

/** The domain in which probabilities are mixed: stretch(p) = ln(p / (1 - p)) and squash, its inverse, from tables. */
final class Logistic {
    /** What stretch can give at most, about: probabilities are looked up in steps of 1/4096. */
    static final float STRETCH_LIMIT = 9.01f;

    private static final int STEPS = 4096;
    private static final float RANGE = 12f;
    private static final float TOP = 11.99f;
    private static final float STEPS_PER_UNIT = STEPS / (2 * RANGE);

    private final float[] stretches = new float[STEPS];
    private final float[] squashes = new float[STEPS + 2];

    Logistic() {
        for (int i = 0; i < STEPS; i++) {
            float p = (i + 0.5f) / STEPS;
            stretches[i] = FloatMath.log(p / (1 - p));
        }
        for (int i = 0; i < squashes.length; i++) {
            squashes[i] = 1 / (1 + FloatMath.exp(RANGE - i / STEPS_PER_UNIT));
        }
    }

    /** Of a probability in [0, 1]. */
    float stretch(float p) {
        int i = (int) (p * STEPS);
        return stretches[i < 0 ? 0 : Math.min(i, STEPS - 1)];
    }

    /** Of a probability in 65536ths. */
    float stretch16(int p) {
        return stretches[p >> 4];
    }

    /** Of a logit, which counts as at most 12 on either side; between the steps of the table on a line. */
    float squash(float x) {
        float place = (clamp(x, TOP) + RANGE) * STEPS_PER_UNIT;
        int i = (int) place;
        float low = squashes[i];
        return low + (squashes[i + 1] - low) * (place - i);
    }

    static float clamp(float x, float bound) {
        return x > bound ? bound : x < -bound ? -bound : x;
    }
}
