package microgpt.names;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import microgpt.numeric.Nullable;

/** The vocabulary of some texts: their code points in order, and one token more, which begins and ends a text. */
public final class Characters {
    private final int[] codePoints;

    /** All characters of {@code texts}. */
    public Characters(List<String> texts) {
        TreeSet<Integer> found = new TreeSet<>();
        for (String text : texts) {
            for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
                found.add(text.codePointAt(i));
            }
        }
        codePoints = new int[found.size()];
        int count = 0;
        for (int codePoint : found) {
            codePoints[count++] = codePoint;
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Characters same && Arrays.equals(codePoints, same.codePoints);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(codePoints);
    }

    /** The token that begins and ends a text. */
    public int bos() {
        return codePoints.length;
    }

    /** The number of tokens. */
    public int size() {
        return codePoints.length + 1;
    }

    /** The character of a token other than {@link #bos()}. */
    public String text(int token) {
        return new String(Character.toChars(codePoints[token]));
    }

    /** The tokens of {@code text}. */
    public int[] tokens(String text) {
        int[] tokens = new int[text.codePointCount(0, text.length())];
        int from = 0;
        for (int i = 0; i < tokens.length; i++) {
            int codePoint = text.codePointAt(from);
            tokens[i] = Arrays.binarySearch(codePoints, codePoint);
            if (tokens[i] < 0) {
                throw new IllegalArgumentException("the character " + new String(Character.toChars(codePoint)) + " of "
                        + text + " is in none of the texts learned");
            }
            from += Character.charCount(codePoint);
        }
        return tokens;
    }

    /** The same between two {@link #bos()}. */
    public int[] document(String text) {
        int[] inside = tokens(text);
        int[] document = new int[inside.length + 2];
        System.arraycopy(inside, 0, document, 1, inside.length);
        document[0] = bos();
        document[document.length - 1] = bos();
        return document;
    }
}
