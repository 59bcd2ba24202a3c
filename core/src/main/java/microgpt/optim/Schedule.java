package microgpt.optim;

import microgpt.numeric.DoubleMath;

/**
 * How the learning rate changes from update to update, as a factor.
 *
 * @param warmup updates over which the factor first rises linearly; 0 for none
 * @param span LINEAR: updates until 0. INVERSE_SQRT: updates before decay begins. COSINE: updates until the floor
 * @param floor where COSINE ends, as a fraction of the full rate
 */
public record Schedule(Kind kind, long warmup, long span, double floor) {
    /** The full rate from the first update to the last. */
    public static final Schedule CONSTANT = new Schedule(Kind.CONSTANT, 0, 0, 0);

    /** The shape of the decay. */
    public enum Kind {
        CONSTANT,
        /** Straight down to 0. */
        LINEAR,
        /** sqrt(span / step), once step is beyond span: suits streams without an end. */
        INVERSE_SQRT,
        /** Half a cosine from the end of warm-up down to the floor (Loshchilov and Hutter 2017). */
        COSINE
    }

    public Schedule {
        if (warmup < 0) {
            throw new IllegalArgumentException("warmup " + warmup + " must not be negative");
        }
        if (kind != Kind.CONSTANT && span < 1) {
            throw new IllegalArgumentException("span " + span + " of schedule " + kind + " must be at least 1");
        }
        if (kind == Kind.COSINE && span <= warmup) {
            throw new IllegalArgumentException("span " + span + " must be longer than warmup " + warmup);
        }
        if (!(floor >= 0 && floor <= 1)) {
            throw new IllegalArgumentException("floor " + floor + " must be from 0 to 1");
        }
    }

    /** The factor of the {@code step}th update; the first update is step 1. */
    public double factor(long step) {
        double rising = step < warmup ? (double) step / warmup : 1;
        return switch (kind) {
            case CONSTANT -> rising;
            case LINEAR -> rising * Math.max(0, 1 - (step - 1) / (double) span);
            case INVERSE_SQRT -> rising * (step > span ? Math.sqrt(span / (double) step) : 1);
            case COSINE -> step < warmup ? rising : floor + (1 - floor) * halfCosine(step);
        };
    }

    /** From 1 at the end of warm-up to 0 at {@code span} and after it. */
    private double halfCosine(long step) {
        double done = Math.min(1, (step - warmup) / (double) (span - warmup));
        return 0.5 * (1 + DoubleMath.cos(Math.PI * done));
    }
}
