package microgpt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByteTextTest {
    @Test
    void everyCharacterIsAPieceHoweverManyBytesItTakes() {
        List<ByteText.Piece> pieces = ByteText.pieces("aé€😀\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of(
                        new ByteText.Piece(0, 1, "a", "“a”"),
                        new ByteText.Piece(1, 2, "é", "“é”"),
                        new ByteText.Piece(3, 3, "€", "“€”"),
                        new ByteText.Piece(6, 4, "😀", "“😀”"),
                        new ByteText.Piece(10, 1, "↵\n", "new line")),
                pieces);
    }

    @Test
    void whatIsNoCharacterIsABytePerPiece() {
        byte[] broken = {
            (byte) 0xc3, 'x', (byte) 0xff, 1, (byte) 0xed, (byte) 0xa0, (byte) 0x80, (byte) 0xe2, (byte) 0x82
        };
        int at = 0;
        for (ByteText.Piece piece : ByteText.pieces(broken)) {
            assertEquals(new ByteText.Piece(at, 1, at == 1 ? "x" : "\uFFFD", Glyphs.name(broken[at] & 255)), piece);
            at++;
        }
        assertEquals(broken.length, at);
    }
}
