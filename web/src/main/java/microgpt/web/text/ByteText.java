package microgpt.web.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A text of bytes in the pieces that a reader would point at: characters of UTF-8 where they are, bytes where they are not. */
public final class ByteText {
    private static final String REPLACEMENT = "\uFFFD";

    private ByteText() {}

    /**
     * One piece.
     *
     * @param at the index of its first byte
     * @param shown as it appears in the text, with a mark where a line ends
     * @param name to be read aloud
     */
    public record Piece(int at, int bytes, String shown, String name) {
        /** Whether the name says more than what is shown. */
        public boolean needsName() {
            return !name.equals("“" + shown + "”");
        }
    }

    /** All pieces, in order. */
    public static List<Piece> pieces(byte[] text) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < text.length) {
            Piece piece = pieceAt(text, at);
            pieces.add(piece);
            at += piece.bytes();
        }
        return pieces;
    }

    private static Piece pieceAt(byte[] text, int at) {
        int value = text[at] & 255;
        int count = value >= 0xf0 ? 4 : value >= 0xe0 ? 3 : 2;
        if (value >= 0xc2 && at + count <= text.length) {
            String decoded = new String(text, at, count, StandardCharsets.UTF_8);
            if (!decoded.contains(REPLACEMENT)) {
                return new Piece(at, count, decoded, "“" + decoded + "”");
            }
        }
        return new Piece(at, 1, shown(value), Glyphs.name(value));
    }

    private static String shown(int value) {
        return switch (value) {
            case '\n' -> "↵\n";
            case '\t' -> "→";
            default -> value >= ' ' && value < 0x7f ? String.valueOf((char) value) : REPLACEMENT;
        };
    }
}
