package microgpt.web.text;

/**
 * How much of an address the reader allows to be read.
 *
 * @param bytes 0 where the field says nothing that can be
 * @param complaint why it cannot be; empty if it can
 */
public record WebLimit(long bytes, String complaint) {
    private static final double LEAST_MB = 0.01;
    private static final double MOST_MB = 50;
    private static final int BYTES_PER_MB = 1_000_000;

    /** The limit that a field says, in megabytes. */
    public static WebLimit parse(String field) {
        String text = field.trim();
        double megabytes;
        try {
            megabytes = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            megabytes = Double.NaN;
        }
        if (megabytes >= LEAST_MB && megabytes <= MOST_MB) {
            return new WebLimit(Math.round(megabytes * BYTES_PER_MB), "");
        }
        return new WebLimit(
                0, "Expected 0.01 to 50 MB, found " + (text.isEmpty() ? "nothing" : "\u201c" + text + "\u201d") + ".");
    }
}
