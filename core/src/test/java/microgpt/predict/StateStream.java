package microgpt.predict;

import java.util.Arrays;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.compute.Tensor;
import microgpt.numeric.Rng;
import microgpt.predict.ContinuousCache.Settings;

/** Bytes, the states before them, and a transformer that says of every byte the same. */
final class StateStream {
    static final Backend ON = JavaBackend.alone();
    static final int CHANNELS = 12;
    /** The most states that are handed over at once: more than a ring scores together. */
    static final int STRIDE = 40;

    /** A cache whose share is learned. */
    static final Settings LEARNING = new Settings(true, 100, 0.5, 0.2, 0.3);

    final byte[] bytes;
    final float[] states;
    final Tensor hidden;

    StateStream(byte[] bytes, float[] states) {
        this.bytes = bytes;
        this.states = states;
        hidden = new Tensor(ON.allocate(states.length), 0, bytes.length, CHANNELS);
        hidden.memory().write(0, states, 0, states.length);
    }

    /** Random bytes and states. */
    StateStream(long seed, int length) {
        this(Texts.random(seed, length), gaussians(seed + 100, length));
    }

    /** Random bytes that repeat, and with them the states. */
    static StateStream ofPeriod(long seed, int period, int length) {
        byte[] bytes = new byte[length];
        float[] states = new float[length * CHANNELS];
        byte[] once = Texts.random(seed, period);
        float[] statesOnce = gaussians(seed, period);
        for (int t = 0; t < length; t++) {
            bytes[t] = once[t % period];
            System.arraycopy(statesOnce, t % period * CHANNELS, states, t * CHANNELS, CHANNELS);
        }
        return new StateStream(bytes, states);
    }

    /** As after a final norm: all of one length, sqrt(CHANNELS). */
    private static float[] gaussians(long seed, int count) {
        Rng rng = Rng.seeded(seed);
        float[] states = new float[count * CHANNELS];
        for (int t = 0; t < count; t++) {
            double squares = 0;
            for (int c = 0; c < CHANNELS; c++) {
                states[t * CHANNELS + c] = (float) rng.nextGaussian();
                squares += states[t * CHANNELS + c] * states[t * CHANNELS + c];
            }
            for (int c = 0; c < CHANNELS; c++) {
                states[t * CHANNELS + c] *= (float) Math.sqrt(CHANNELS / squares);
            }
        }
        return states;
    }

    /** The same up to {@code first}; from there on other bytes, and after it other states. */
    StateStream changedFrom(int first) {
        float[] others = states.clone();
        float[] changed = gaussians(first + 50, bytes.length);
        int from = Math.min(states.length, (first + 1) * CHANNELS);
        System.arraycopy(changed, from, others, from, states.length - from);
        return new StateStream(Texts.changedFrom(bytes, first), others);
    }

    /** What the transformer says: more of a byte that is the position's. */
    float[] said(int t) {
        float[] probs = new float[256];
        Arrays.fill(probs, 0.5f / 256);
        probs[t % 256] += 0.5f;
        return probs;
    }

    /** What is charged for the bytes from {@code from} to {@code to}, the states handed over {@code stride} at once. */
    float[][] read(ContinuousCache cache, int from, int to, int stride) {
        float[][] rows = new float[to - from][];
        for (int t = from; t < to; t += stride) {
            int count = Math.min(stride, to - t);
            cache.states(hidden, t, count);
            for (int i = t; i < t + count; i++) {
                rows[i - from] = said(i);
                cache.mix(rows[i - from]);
                cache.observe(bytes[i] & 0xff);
            }
        }
        return rows;
    }

    /** What the bytes from {@code from} to {@code to} cost each, after a transformer that gives all bytes the same. */
    double bits(ContinuousCache cache, int from, int to) {
        double bits = 0;
        float[] probs = new float[256];
        for (int t = 0; t < to; t++) {
            Arrays.fill(probs, 1 / 256f);
            cache.states(hidden, t, 1);
            cache.mix(probs);
            cache.observe(bytes[t] & 0xff);
            bits += t < from ? 0 : Chance.bits(probs[bytes[t] & 0xff]);
        }
        return bits / (to - from);
    }

    /** The formula, in doubles, over a list instead of a ring. */
    double[] expected(Settings settings, int t) {
        double[] probs = doubles(said(t));
        double[] recalled = new double[256];
        double sum = 0;
        for (int i = Math.max(0, t - settings.window()); i < t; i++) {
            double dot = 0;
            for (int c = 0; c < CHANNELS; c++) {
                dot += states[i * CHANNELS + c] * states[t * CHANNELS + c];
            }
            double weight = Math.exp(settings.theta() * dot);
            recalled[bytes[i] & 0xff] += weight;
            sum += weight;
        }
        for (int b = 0; b < 256 && t > 0; b++) {
            probs[b] = (1 - settings.weight()) * probs[b] + settings.weight() * recalled[b] / sum;
        }
        return probs;
    }

    static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    /** An empty cache for such streams. */
    static ContinuousCache cache(Settings settings) {
        return new ContinuousCache(settings, ON, CHANNELS, STRIDE);
    }
}
