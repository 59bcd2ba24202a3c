package microgpt.web.race;

/** How far a race may be at a time of day, where the reader wants it slower than the machine can. */
final class Pace {
    private double bytesPerSecond;
    private double fromMillis;
    private long fromPosition;

    /** From now on at most so many bytes a second; 0 means no limit. */
    void limit(double perSecond, long position, double nowMillis) {
        bytesPerSecond = perSecond;
        restart(position, nowMillis);
    }

    /** The race goes on from here: the time before does not count. */
    void restart(long position, double nowMillis) {
        fromPosition = position;
        fromMillis = nowMillis;
    }

    boolean isLimited() {
        return bytesPerSecond > 0;
    }

    long allowed(double nowMillis) {
        return isLimited() ? fromPosition + (long) (bytesPerSecond * (nowMillis - fromMillis) / 1000) : Long.MAX_VALUE;
    }
}
