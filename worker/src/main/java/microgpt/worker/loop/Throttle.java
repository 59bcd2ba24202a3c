package microgpt.worker.loop;

/** News that is told at most once per interval. */
public final class Throttle {
    private final double everyMillis;
    private double toldMillis = Double.NEGATIVE_INFINITY;
    private boolean news;

    public Throttle(double everyMillis) {
        this.everyMillis = everyMillis;
    }

    /** There is something to tell. */
    public void note() {
        news = true;
    }

    public boolean hasNews() {
        return news;
    }

    /** Milliseconds until the news may be told; 0 means now, infinity that there is none. */
    public double waitMillis(double nowMillis) {
        return news ? Math.max(0, toldMillis + everyMillis - nowMillis) : Double.POSITIVE_INFINITY;
    }

    public boolean isDue(double nowMillis) {
        return waitMillis(nowMillis) == 0;
    }

    /** All is told now. */
    public void told(double nowMillis) {
        toldMillis = nowMillis;
        news = false;
    }
}
