package microgpt.model;

import microgpt.numeric.Nullable;

/** A number that a run stands on is not finite. Where it was a loss or a gradient, nothing was learned from it. */
public final class NonFiniteException extends ArithmeticException {
    private static final long serialVersionUID = 1;

    private final transient @Nullable NonFinite origin;

    /** @param quantity what was seen not to be finite, for example "the gradient norm" */
    public NonFiniteException(String quantity, double value, @Nullable NonFinite origin) {
        super(quantity + " is " + value
                + (origin == null ? ", though every number it came from is finite" : ": first " + origin.sentence()));
        this.origin = origin;
    }

    /** What a run would go on from is not a number. */
    NonFiniteException(NonFinite found) {
        super(found.sentence() + ", and no run can go on from that");
        origin = found;
    }

    /** Where it first arose; null if only the sum overflowed. */
    public @Nullable NonFinite origin() {
        return origin;
    }
}
