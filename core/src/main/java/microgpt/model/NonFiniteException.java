package microgpt.model;

import microgpt.numeric.Nullable;

/** A loss or a gradient was not a finite number. Nothing was learned from it: weights and moments are as before. */
public final class NonFiniteException extends ArithmeticException {
    private static final long serialVersionUID = 1;

    private final transient @Nullable NonFinite origin;

    /** @param quantity what was seen not to be finite, for example "the gradient norm" */
    public NonFiniteException(String quantity, double value, @Nullable NonFinite origin) {
        super(quantity + " is " + value
                + (origin == null ? ", though every number it came from is finite" : ": first " + origin.sentence()));
        this.origin = origin;
    }

    /** Where it first arose; null if only the sum overflowed. */
    public @Nullable NonFinite origin() {
        return origin;
    }
}
