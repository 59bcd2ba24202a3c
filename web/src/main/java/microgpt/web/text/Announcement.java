package microgpt.web.text;

/** What is read aloud of what is shown: only what is new in kind, and only once that has held for a moment. */
public final class Announcement {
    static final double HOLDS_MILLIS = 1000;
    static final double EVERY_MILLIS = 5000;

    private String kind = "";
    private double since;
    private String said = "";
    private double saidAt = Double.NEGATIVE_INFINITY;
    private String text = "";

    /** The text to be read aloud now that {@code sentence}, which is of {@code shown}, is shown; empty once it is not so any more. */
    public String at(double nowMillis, String shown, String sentence) {
        if (!shown.equals(kind)) {
            kind = shown;
            since = nowMillis;
        }
        boolean isNew = !kind.equals(said);
        if (isNew && nowMillis - since >= HOLDS_MILLIS && nowMillis - saidAt >= EVERY_MILLIS) {
            said = kind;
            saidAt = nowMillis;
            text = sentence;
        } else if (isNew) {
            text = "";
        }
        return text;
    }

    /** Whether what was shown last waits to be read aloud. */
    public boolean isDue() {
        return !kind.equals(said);
    }
}
