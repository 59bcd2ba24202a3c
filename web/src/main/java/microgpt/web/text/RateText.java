package microgpt.web.text;

/** How fast a run reads, and how long it still will. */
public final class RateText {
    /** Less than this is over as soon as it is read. */
    private static final double SHORT_MILLIS = 10_000;

    private RateText() {}

    /** {@code left} is how many bytes are to come; negative if nobody knows. */
    public static String of(double bytesPerSecond, long left) {
        String rate = Numbers.grouped(Math.round(bytesPerSecond)) + " bytes a second";
        double millis = left < 0 ? Double.NaN : 1000 * left / bytesPerSecond;
        return millis >= SHORT_MILLIS && millis < Double.POSITIVE_INFINITY
                ? rate + ", about " + Duration.of(millis) + " left"
                : rate;
    }
}
