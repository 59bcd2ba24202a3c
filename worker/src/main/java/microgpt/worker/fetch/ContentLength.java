package microgpt.worker.fetch;

import microgpt.numeric.Nullable;

/** The length that a server announces. */
final class ContentLength {
    private static final int MOST_DIGITS = 18;

    private ContentLength() {}

    /**
     * The number in a {@code Content-Length}, -1 if it is none. A header that was sent twice arrives joined, as {@code 600,
     * 600}; it counts if both say the same (RFC 9110, 8.6).
     */
    static long parse(@Nullable String header) {
        if (header == null) {
            return -1;
        }
        int comma = header.indexOf(',');
        String first = comma < 0 ? header : header.substring(0, comma);
        for (int start = comma + 1;
                comma >= 0;
                start = comma + 1) { // by hand: split would bring regular expressions along
            comma = header.indexOf(',', start);
            String other = comma < 0 ? header.substring(start) : header.substring(start, comma);
            if (!other.trim().equals(first.trim())) {
                return -1;
            }
        }
        return number(first.trim());
    }

    private static long number(String digits) {
        if (digits.isEmpty() || digits.length() > MOST_DIGITS) {
            return -1;
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return -1;
            }
        }
        return Long.parseLong(digits);
    }
}
