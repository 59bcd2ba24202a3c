package microgpt.web.chart;

/** The part of an axis of bytes that is looked at: all of it, or what the reader has chosen. */
public final class Zoom {
    /** Less than this is not chosen: the hand has only trembled. */
    static final double LEAST_BYTES = 64;

    private double from = Double.NaN;
    private double to = Double.NaN;

    public boolean isWhole() {
        return Double.isNaN(from);
    }

    /** All of it again. */
    public void whole() {
        from = Double.NaN;
        to = Double.NaN;
    }

    /** From one place to another, in either order; says whether that is enough to be looked at. */
    public boolean show(double one, double other) {
        boolean enough = Math.abs(one - other) >= LEAST_BYTES;
        if (enough) {
            from = Math.max(0, Math.min(one, other));
            to = Math.max(one, other);
        }
        return enough;
    }

    /** {@code times} as much of the axis around {@code centre}; all of it if that is as much as there is, {@code most}. */
    public void scale(double centre, double times, double most) {
        double width = (right(most) - left(0)) * times;
        if (width >= most) {
            whole();
        } else {
            double start = Math.max(0, Math.min(centre - width / 2, most - width));
            show(start, start + width);
        }
    }

    /** Where the view begins, {@code least} if all is looked at. */
    public double left(double least) {
        return isWhole() ? least : Math.max(least, from);
    }

    /** Where it ends, {@code most} if all is looked at. */
    public double right(double most) {
        return isWhole() ? most : to;
    }
}
