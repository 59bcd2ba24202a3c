package microgpt.cli;

import java.io.IOException;

/** Someone who writes a text in few bits: a row of the table of {@link Compare}. */
interface Contender {
    String name();

    /** What it makes of {@code text}. */
    Measured measure(byte[] text) throws IOException;

    /** A line below the table; empty if there is nothing to say. */
    default String note() throws IOException {
        return "";
    }

    /**
     * One measurement.
     *
     * @param bits per byte of the text; not a number if there are none
     * @param seconds of processor time; not a number if unknown
     * @param word what stands in the place of bits that there are not
     */
    record Measured(double bits, double seconds, String word) {
        static final double UNKNOWN = Double.NaN;

        static Measured of(double bits, double seconds) {
            return new Measured(bits, seconds, "–");
        }

        static Measured none(String word) {
            return new Measured(UNKNOWN, UNKNOWN, word);
        }
    }
}
