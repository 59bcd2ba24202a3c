package microgpt.web.explore;

/** How far a tour has come: it goes on by itself, when a stop was read and what it tells of has happened, until the reader goes back. */
final class Tour {
    /** Long enough to read a caption. */
    static final double READING_MILLIS = 8_000;

    private final int stops;
    private int at;
    private double arrived;
    private boolean byItself = true;

    /** Begins at the first of so many stops. */
    Tour(int stops, double nowMillis) {
        this.stops = stops;
        arrived = nowMillis;
    }

    /** Which stop, from 0 on. */
    int at() {
        return at;
    }

    boolean isLast() {
        return at == stops - 1;
    }

    /** The reader goes on. */
    void next(double nowMillis) {
        if (!isLast()) {
            at++;
            arrived = nowMillis;
        }
    }

    /** The reader goes back, and from now on goes alone. */
    void back(double nowMillis) {
        byItself = false;
        if (at > 0) {
            at--;
            arrived = nowMillis;
        }
    }

    /** Goes on if it is time to, and {@code happened}; says whether it did. */
    boolean goesOn(double nowMillis, boolean happened) {
        boolean goes = byItself && happened && !isLast() && nowMillis - arrived >= READING_MILLIS;
        if (goes) {
            next(nowMillis);
        }
        return goes;
    }
}
