package microgpt.web.text;

/** The speed slider: 0 to 100, logarithmic in bytes a second; the last notch is as fast as the machine can. */
public final class SpeedScale {
    public static final int NOTCHES = 100;
    private static final double SLOWEST = 20;
    private static final double FASTEST = 20_000;
    /** A limit that the machine keeps to within this is kept. */
    private static final double NEARLY = 0.8;

    private SpeedScale() {}

    /** Bytes a second; 0 means no limit. */
    public static double bytesPerSecond(int notch) {
        return notch >= NOTCHES ? 0 : SLOWEST * Math.pow(FASTEST / SLOWEST, Math.max(notch, 0) / (NOTCHES - 1.0));
    }

    /** What a notch means; {@code measured} is the speed at which the machine runs now, 0 if that is not known. */
    public static String words(int notch, double measured) {
        double limit = bytesPerSecond(notch);
        if (limit == 0) {
            return measured == 0 ? "flat out" : "flat out: " + bytes(measured);
        }
        boolean tooFast = measured > 0 && measured < NEARLY * limit;
        return bytes(limit) + (tooFast ? "; this machine: " + bytes(measured) : "");
    }

    private static String bytes(double perSecond) {
        double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(perSecond)) - 1));
        return Numbers.grouped(Math.round(Math.round(perSecond / unit) * unit)) + " bytes/s";
    }
}
