package microgpt.web.text;

/** The speed slider: 0 to 100, logarithmic from one step a second up; the last notch is as fast as the machine can. */
public final class SpeedScale {
    public static final int NOTCHES = 100;
    private static final double FASTEST = 1000;

    private SpeedScale() {}

    /** Steps a second; 0 means no limit. */
    public static double stepsPerSecond(int notch) {
        return notch >= NOTCHES ? 0 : Math.pow(FASTEST, Math.max(notch, 0) / (NOTCHES - 1.0));
    }

    public static String words(int notch) {
        double steps = stepsPerSecond(notch);
        if (steps == 0) {
            return "flat out";
        }
        return steps < 1.05 ? "1 step a second" : Numbers.fixed(steps, steps < 9.95 ? 1 : 0) + " steps/s";
    }
}
