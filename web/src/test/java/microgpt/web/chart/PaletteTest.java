package microgpt.web.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PaletteTest {
    private static final double AA_CONTRAST = 4.5;

    @Test
    void levelsRunFromNoSurpriseToEightBitsAndMore() {
        assertEquals(0, Palette.level(0));
        assertEquals(0, Palette.level(-1));
        assertEquals(0, Palette.level(Double.NaN));
        assertEquals(16, Palette.level(4));
        assertEquals(32, Palette.level(8));
        assertEquals(32, Palette.level(20));
    }

    @Test
    void theEndsAreTheAnchors() {
        assertEquals("#ffffff", Palette.LIGHT.colour(0));
        assertEquals("#1d1c1a", Palette.DARK.colour(0));
    }

    @Test
    void textIsReadableOnEveryColour() {
        for (Palette palette : new Palette[] {Palette.LIGHT, Palette.DARK}) {
            for (int level = 0; level < Palette.LEVELS; level++) {
                double contrast = contrast(luminance(palette.ink()), luminance(palette.colour(level)));
                assertTrue(contrast >= AA_CONTRAST, palette.colour(level) + ": " + contrast);
            }
        }
    }

    @Test
    void moreSurpriseIsFurtherFromThePaper() {
        for (Palette palette : new Palette[] {Palette.LIGHT, Palette.DARK}) {
            for (int level = 1; level < Palette.LEVELS; level++) {
                double before = contrast(luminance(palette.colour(0)), luminance(palette.colour(level - 1)));
                double here = contrast(luminance(palette.colour(0)), luminance(palette.colour(level)));
                assertTrue(here > before, palette.colour(level));
            }
        }
    }

    private static double contrast(double a, double b) {
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String css) {
        int rgb = Integer.parseInt(css.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
