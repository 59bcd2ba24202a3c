package microgpt.web.text;

/** Spans of time as people say them, in at most two units. */
public final class Duration {
    private Duration() {}

    /** 0.4 s, 12 s, 2 min 5 s, 1 h 20 min, 3 d 4 h; a dash if nobody knows. */
    public static String of(double millis) {
        if (!(millis >= 0 && millis < 1e12)) {
            return Numbers.UNKNOWN;
        }
        if (millis < 9_950) {
            return Numbers.fixed(millis / 1000, 1) + " s";
        }
        long seconds = Math.round(millis / 1000);
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return two(seconds / 60, " min", seconds % 60, " s");
        }
        long minutes = Math.round(seconds / 60.0);
        if (minutes < 1_440) {
            return two(minutes / 60, " h", minutes % 60, " min");
        }
        long hours = Math.round(minutes / 60.0);
        return two(hours / 24, " d", hours % 24, " h");
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return large + largeUnit + (small == 0 ? "" : " " + small + smallUnit);
    }
}
