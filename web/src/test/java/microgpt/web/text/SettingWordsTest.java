package microgpt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingWordsTest {
    private static final Map<String, String> LABELS = Map.of(
            "model.d_model", "Width",
            "model.n_heads", "Heads",
            "protocol.stride", "Stride",
            "fixed_share.share", "Share");

    @Test
    void keysAreCalledAsThePageCallsThem() {
        assertEquals(
                "\u201cWidth\u201d 130 must be a multiple of \u201cHeads\u201d 4.",
                SettingWords.of("dModel 130 must be a multiple of nHeads 4.", "model.d_model", LABELS));
        assertEquals(
                "\u201cWidth\u201d: expected a whole number, found \"wide\"",
                SettingWords.of("\"model.d_model\": expected a whole number, found \"wide\"", "model.d_model", LABELS));
    }

    @Test
    void aPlainWordIsAKeyOnlyWhereTheComplaintIsAboutIt() {
        assertEquals(
                "\u201cStride\u201d 0 must be 1.5", SettingWords.of("stride 0 must be 1.5", "protocol.stride", LABELS));
        assertEquals("its share of all", SettingWords.of("its share of all", "protocol.stride", LABELS));
    }
}
