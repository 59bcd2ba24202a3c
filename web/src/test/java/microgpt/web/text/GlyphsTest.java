package microgpt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.protocol.Bytes;
import org.junit.jupiter.api.Test;

class GlyphsTest {
    @Test
    void blanksAreVisibleAndTextIsItself() {
        assertEquals("·", Glyphs.of(' '));
        assertEquals("↵", Glyphs.of('\n'));
        assertEquals("→", Glyphs.of('\t'));
        assertEquals("a", Glyphs.of('a'));
        assertEquals("~", Glyphs.of('~'));
    }

    @Test
    void everyOtherByteIsTwoHexadecimalDigits() {
        assertEquals("00", Glyphs.of(0));
        assertEquals("7F", Glyphs.of(0x7f));
        assertEquals("C3", Glyphs.of(0xc3));
        assertTrue(Glyphs.isHex(0xff));
        assertFalse(Glyphs.isHex(' '));
        for (int value = 0; value < 256; value++) {
            assertEquals(Glyphs.isHex(value) ? 2 : 1, Glyphs.of(value).length());
        }
    }

    @Test
    void namesCanBeReadAloud() {
        assertEquals("“e”", Glyphs.name('e'));
        assertEquals("blank", Glyphs.name(' '));
        assertEquals("byte C3", Glyphs.name(0xc3));
        assertEquals("BOS", Glyphs.name(256));
    }

    @Test
    void generatedBytesBecomeTextWhateverTheyAre() {
        byte[] mixed = {'a', '\n', (byte) 0xc3, (byte) 0xa9, 1, (byte) 0xff};
        assertEquals("a\né▫▫", Glyphs.text(Bytes.of(mixed)));
    }
}
