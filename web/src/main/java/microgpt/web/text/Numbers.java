package microgpt.web.text;

/** Numbers as people read them. Not-a-number and infinities are a dash: nothing is known yet. */
public final class Numbers {
    public static final String UNKNOWN = "–";

    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    private Numbers() {}

    /** With exactly {@code decimals} (0 to 8) digits after the point, halves away from zero. */
    public static String fixed(double value, int decimals) {
        if (!isFinite(value)) {
            return UNKNOWN;
        }
        long power = POWERS[decimals];
        double scaled = Math.abs(value) * power;
        if (scaled >= 9e15) {
            return scientific(value);
        }
        long digits = (long) (scaled + 0.5);
        String sign = value < 0 && digits > 0 ? "−" : "";
        String whole = grouped(digits / power);
        return decimals == 0 ? sign + whole : sign + whole + "." + padded(digits % power, decimals);
    }

    /** Whole numbers with commas: 12,345. */
    public static String grouped(long value) {
        String digits = Long.toString(Math.abs(value));
        StringBuilder out = new StringBuilder(value < 0 ? "−" : "");
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                out.append(',');
            }
            out.append(digits.charAt(i));
        }
        return out.toString();
    }

    /** Three significant digits, for values of any size: 0.00300, 1.25, 12,300, 3.00e−7. */
    public static String significant(double value) {
        if (!isFinite(value)) {
            return UNKNOWN;
        }
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size < 1e-5 || size >= 1e9) {
            return scientific(value);
        }
        int decimals = 2;
        for (double edge = 1; size < edge && decimals < 8; edge /= 10) {
            decimals++;
        }
        return fixed(value, size >= 100 ? 0 : size >= 10 ? 1 : decimals);
    }

    /** Sizes in decimal units: 512 bytes, 98.0 KB, 1.20 MB. */
    public static String bytes(long count) {
        if (count < 1_000) {
            return count == 1 ? "1 byte" : count + " bytes";
        }
        if (count < 1_000_000) {
            return fixed(count / 1e3, count < 100_000 ? 1 : 0) + " KB";
        }
        return fixed(count / 1e6, 2) + " MB";
    }

    /** A share of one as a percentage: 43 %, 0.3 %. */
    public static String percent(double share) {
        double percent = share * 100;
        return fixed(percent, percent >= 9.95 || percent < 0.05 ? 0 : 1) + " %";
    }

    private static String scientific(double value) {
        double size = Math.abs(value);
        int exponent = 0;
        while (size >= 9.995) {
            size /= 10;
            exponent++;
        }
        while (size < 0.9995) {
            size *= 10;
            exponent--;
        }
        return (value < 0 ? "−" : "") + fixed(size, 2) + "e" + (exponent < 0 ? "−" : "") + Math.abs(exponent);
    }

    private static String padded(long digits, int width) {
        String text = Long.toString(digits);
        return "0".repeat(width - text.length()) + text;
    }

    private static boolean isFinite(double value) {
        return Math.abs(value) <= Double.MAX_VALUE;
    }
}
