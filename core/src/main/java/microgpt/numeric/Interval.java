package microgpt.numeric;

/** From {@code low} to {@code high}, both included. */
public record Interval(double low, double high) {
    /** Of too few values. */
    public static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

    public boolean isKnown() {
        return low <= high;
    }

    /** Whether it leaves open on which side of 0 something is. */
    public boolean hasZero() {
        return low <= 0 && high >= 0;
    }
}
