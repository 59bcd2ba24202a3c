package microgpt.corpus;

import java.util.List;

/** Guesses which word was meant, for error messages. */
public final class Spelling {
    /** Beyond it no known word is meant, and comparing would take long. */
    private static final int LONGEST = 64;

    private Spelling() {}

    /** The known word that the fewest insertions, deletions and replacements make of {@code word}; the first of equals. */
    public static String nearest(String word, List<String> known) {
        String start = word.substring(0, Math.min(word.length(), LONGEST));
        String best = known.get(0);
        for (String candidate : known) {
            if (distance(start, candidate) < distance(start, best)) {
                best = candidate;
            }
        }
        return best;
    }

    /** The edit distance (Levenshtein 1965), row by row. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], row[j]));
            }
        }
        return row[b.length()];
    }
}
