package microgpt.web.lab;

/** How long the present run has learned: what the reader loses with it. */
final class TimeAtStake {
    /** What was learned in less is learned again as soon. */
    static final double MUCH_MILLIS = 30_000;

    private double millis;
    /** When the last report came of a run that goes on; NaN where it stands. */
    private double reportedAt = Double.NaN;

    void begin() {
        millis = 0;
        stand();
    }

    /** A report came of a run that goes on. */
    void add(double nowMillis) {
        if (!Double.isNaN(reportedAt)) {
            millis += nowMillis - reportedAt;
        }
        reportedAt = nowMillis;
    }

    /** The run stands: what follows does not count. */
    void stand() {
        reportedAt = Double.NaN;
    }

    double millis() {
        return millis;
    }

    boolean isMuch() {
        return millis >= MUCH_MILLIS;
    }
}
