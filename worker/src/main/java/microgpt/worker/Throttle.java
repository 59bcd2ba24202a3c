package microgpt.worker;

/** News that is told at most once per interval. */
final class Throttle {
    private final double everyMillis;
    private double toldMillis = Double.NEGATIVE_INFINITY;
    private boolean news;

    Throttle(double everyMillis) {
        this.everyMillis = everyMillis;
    }

    /** There is something to tell. */
    void note() {
        news = true;
    }

    boolean hasNews() {
        return news;
    }

    /** Milliseconds until the news may be told; 0 means now, infinity that there is none. */
    double waitMillis(double nowMillis) {
        return news ? Math.max(0, toldMillis + everyMillis - nowMillis) : Double.POSITIVE_INFINITY;
    }

    boolean isDue(double nowMillis) {
        return waitMillis(nowMillis) == 0;
    }

    /** All is told now. */
    void told(double nowMillis) {
        toldMillis = nowMillis;
        news = false;
    }
}
