package microgpt.predict;

import microgpt.numeric.FloatMath;
import microgpt.numeric.Snapshot;

/**
 * A cache's share of a prediction, and its theta: fixed, or both learned, a step down the slope of the code length after
 * each byte. What is predicted is p = (1 - share) said + share recalled, with share = 1 / (1 + e^-logit).
 */
final class Balance {
    /** The share that is learned stays from 0.0025 to 0.9975, so that it can come back from either end. */
    private static final float MOST_LOGIT = 6;

    private static final float LEAST_THETA = 0.01f;
    /** ln theta changes by this at most: a surprise is no reason to forget what was learned. */
    private static final float MOST_STEP = 0.5f;

    private ContinuousCache.Settings settings;
    private float logit;
    private float theta;

    Balance(ContinuousCache.Settings settings) {
        this.settings = settings;
        startWeight();
        theta = (float) settings.theta();
    }

    private void startWeight() {
        float weight = (float) settings.weight();
        logit = Logistic.clamp(FloatMath.log(weight / (1 - weight)), MOST_LOGIT);
    }

    /** Another weight or theta is where it starts to learn again. */
    void tune(ContinuousCache.Settings changed) {
        ContinuousCache.Settings before = settings;
        settings = changed;
        if (changed.weight() != before.weight()) {
            startWeight();
        }
        if (changed.theta() != before.theta()) {
            theta = (float) changed.theta();
        }
    }

    float share() {
        return settings.rate() == 0 ? (float) settings.weight() : 1 / (1 + FloatMath.exp(-logit));
    }

    float theta() {
        return settings.rate() == 0 ? (float) settings.theta() : theta;
    }

    /**
     * Learns from a byte that the transformer held as likely as {@code said} and the cache as {@code recalled}, where
     * {@code slope} is that of ln recalled over ln theta.
     */
    void learn(float said, float recalled, float slope) {
        float share = share();
        float p = (1 - share) * said + share * recalled;
        if (settings.rate() == 0 || !(p > 0)) {
            return;
        }
        float rate = (float) settings.rate();
        logit = Logistic.clamp(logit + rate * share * (1 - share) * (recalled - said) / p, MOST_LOGIT);
        if (theta > 0) { // 0 is to count all alike
            float step = Logistic.clamp(rate * share * recalled / p * slope, MOST_STEP);
            theta = Math.min(Math.max(theta * FloatMath.exp(step), LEAST_THETA), ContinuousCache.MOST_THETA);
        }
    }

    void save(Snapshot into) {
        into.put("balance", logit, theta);
    }

    /** Goes on from what another one saved that had the same settings. */
    void restore(Snapshot from) {
        float[] saved = from.finiteFloats("balance", 2);
        if (Math.abs(saved[0]) > MOST_LOGIT) {
            throw from.bad("balance", 0, saved[0], "a number from " + -MOST_LOGIT + " to " + MOST_LOGIT);
        }
        if (!(saved[1] >= 0 && saved[1] <= ContinuousCache.MOST_THETA)) {
            throw from.bad("balance", 1, saved[1], "a number from 0 to " + ContinuousCache.MOST_THETA);
        }
        logit = saved[0];
        theta = saved[1];
    }
}
