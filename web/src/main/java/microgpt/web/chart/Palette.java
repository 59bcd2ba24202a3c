package microgpt.web.chart;

/**
 * The one scale of surprise: from the paper's own colour at 0 bits to a deep red at 8 bits and more. Every step keeps
 * the text on it readable (contrast at least 4.5).
 */
public final class Palette {
    public static final int LEVELS = 33;
    public static final double TOP_BITS = 8;

    private static final int[] LIGHT_ANCHORS = {0xffffff, 0xfdf0d5, 0xfbd5a0, 0xf4a66d, 0xe77752};
    private static final int[] DARK_ANCHORS = {0x1d1c1a, 0x3a2d1c, 0x5e3c1b, 0x873f1e, 0xa9362a};
    public static final Palette LIGHT = new Palette(LIGHT_ANCHORS, "#1d1b18");
    public static final Palette DARK = new Palette(DARK_ANCHORS, "#f4efe7");

    private final String[] colours = new String[LEVELS];
    private final String ink;

    private Palette(int[] anchors, String ink) {
        this.ink = ink;
        for (int level = 0; level < LEVELS; level++) {
            colours[level] = css(between(anchors, level / (LEVELS - 1.0)));
        }
    }

    /** The level, 0 to {@link #LEVELS} - 1, of a byte that cost {@code bits}. */
    public static int level(double bits) {
        double share = bits / TOP_BITS;
        return share >= 1 ? LEVELS - 1 : share > 0 ? (int) (share * (LEVELS - 1) + 0.5) : 0;
    }

    public String colour(int level) {
        return colours[level];
    }

    /** The colour of text on any of the colours. */
    public String ink() {
        return ink;
    }

    private static int between(int[] anchors, double share) {
        double at = share * (anchors.length - 1);
        int low = Math.min((int) at, anchors.length - 2);
        double part = at - low;
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = anchors[low] >> shift & 255;
            int b = anchors[low + 1] >> shift & 255;
            mixed |= (int) (a + (b - a) * part + 0.5) << shift;
        }
        return mixed;
    }

    private static String css(int rgb) {
        String digits = Integer.toHexString(rgb);
        return "#" + "0".repeat(6 - digits.length()) + digits;
    }
}
