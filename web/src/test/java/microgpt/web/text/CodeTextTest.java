package microgpt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CodeTextTest {
    @Test
    void theButtonSaysHowManyBytesItSavesAndHowFarItIs() {
        assertEquals("Save these 2,301 bytes", CodeText.offer(2_300.2));
        assertEquals("Save this byte", CodeText.offer(0.3));
        assertEquals("Coding byte 3,000 of 12,448, press to stop", CodeText.coding(3_000, 12_448));
    }

    @Test
    void gzipIsNamedOnlyWhereItIsKnown() {
        String end = ". It can be dropped on this page, or given to decompress on the command line.";
        assertEquals("12,448 bytes in a file of 2,301 (gzip: 3,066)" + end, CodeText.saved(12_448, 2_301, 3_066));
        assertEquals("12,448 bytes in a file of 2,301" + end, CodeText.saved(12_448, 2_301, -1));
    }

    @Test
    void theHeadlineFollowsTheDecoding() {
        assertEquals("Decoding: the text comes out of a file of 2,301 bytes.", CodeText.decoding(0, 0, 2_301));
        assertEquals(
                "Decoding byte 3,000 of 12,448: the text comes out of a file of 2,301 bytes.",
                CodeText.decoding(3_000, 12_448, 2_301));
        assertEquals(
                "Stopped at byte 3,000 of 12,448 of the text in a file of 2,301 bytes.",
                CodeText.stopped(3_000, 12_448, 2_301));
        assertEquals(
                "12,448 bytes came out of a file of 2,301 bytes: identical, SHA-256 0123456789abcdef…",
                CodeText.identical(12_448, 2_301, "0123456789abcdef0123"));
        assertEquals("1 byte came out of a file of 48 bytes: identical, SHA-256 ab…", CodeText.identical(1, 48, "ab"));
        assertEquals("This coded file cannot be decoded: it is cut.", CodeText.refused("it is cut"));
    }

    @Test
    void aTextIsNamedAfterItsFile() {
        assertEquals("microgpt-12448.mgc", CodeText.fileName(12_448));
        assertEquals("microgpt-12448.txt", CodeText.textName("microgpt-12448.mgc"));
        assertEquals("book.html", CodeText.textName("book.html.mgc"));
        assertEquals("other.bin.decoded", CodeText.textName("other.bin"));
    }
}
