package microgpt.web.race;

import microgpt.web.shell.Theme;

/** How what belongs to a contender is drawn: a colour, and a dash by which it is told apart without. */
final class Lane {
    private static final double[] DASHES = {0, 8, 2, 12};
    private static final double[] GAPS = {0, 4, 3, 3};

    private Lane() {}

    static String colour(Theme theme, int contender) {
        return switch (contender) {
            case 0 -> theme.accent();
            case 1 -> theme.warm();
            case 2 -> theme.transformer();
            default -> theme.counts();
        };
    }

    static double dash(int contender) {
        return DASHES[contender];
    }

    static double gap(int contender) {
        return GAPS[contender];
    }
}
