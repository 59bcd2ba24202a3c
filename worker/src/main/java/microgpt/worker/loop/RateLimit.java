package microgpt.worker.loop;

/** How many steps a second are allowed: a bucket that fills with time and holds little, so that no burst catches up. */
public final class RateLimit {
    private static final double BUCKET_MILLIS = 100;

    private double stepsPerSecond;
    private double allowed;
    private double filledAtMillis;

    /** Allows {@code limit} steps a second from now on; 0 means any number. */
    public void limit(double limit, double nowMillis) {
        if (!(limit >= 0) || limit == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("a speed of " + limit + " steps a second must be 0 or more");
        }
        stepsPerSecond = limit;
        restart(nowMillis);
    }

    /** Allows the first step at once. */
    public void restart(double nowMillis) {
        allowed = 1;
        filledAtMillis = nowMillis;
    }

    public double stepsPerSecond() {
        return stepsPerSecond;
    }

    /** Milliseconds until a step is allowed; 0 means now. */
    public double waitMillis(double nowMillis) {
        if (stepsPerSecond == 0) {
            return 0;
        }
        double bucket = Math.max(1, stepsPerSecond * BUCKET_MILLIS / 1000);
        allowed = Math.min(bucket, allowed + (nowMillis - filledAtMillis) * stepsPerSecond / 1000);
        filledAtMillis = nowMillis;
        return allowed >= 1 ? 0 : (1 - allowed) * 1000 / stepsPerSecond;
    }

    /** One of the steps allowed was made. */
    public void spend() {
        allowed--;
    }
}
