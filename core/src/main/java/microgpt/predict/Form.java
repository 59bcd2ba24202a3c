package microgpt.predict;

import microgpt.numeric.Snapshot;

/** The form of a text: how many syllables a line has, how many lines came since an empty one, the latest tag of HTML or XML. */
final class Form {
    private static final int MOST_LINES = 3;
    private static final int FIELDS = 5;

    /** Groups of vowels in this line so far. */
    int syllables;
    /** Since an empty line, at most three. */
    int lines;
    /** A hash of the latest tag's name, with the slash of one that ends; of what there is of it so far. */
    int tag;

    /** 1 inside a group of vowels, and inside the name of a tag, else 0. */
    private int sounding;

    private int naming;
    private final int[] before = new int[FIELDS];

    /** Notes a byte, which is a letter or stands in this column. */
    void append(int next, int folded, int column) {
        int vowel = isVowel(folded) ? 1 : 0;
        syllables += vowel & ~sounding;
        sounding = vowel;
        if (next == '\n') {
            syllables = 0;
            lines = column == 0 ? 0 : Math.min(lines + 1, MOST_LINES);
        }
        if (next == '<') {
            tag = 0;
            naming = 1;
        } else if (next == '>' || next == ' ' || next == '\n') {
            naming = 0;
        } else if (naming == 1) {
            tag = Hash.of(tag, next + 1);
        }
    }

    static boolean isVowel(int folded) {
        return folded == 'a' || folded == 'e' || folded == 'i' || folded == 'o' || folded == 'u' || folded == 'y';
    }

    /** Keeps all for {@link #back}. */
    void mark() {
        write(before);
    }

    void back() {
        read(before);
    }

    private void write(int[] seen) {
        seen[0] = syllables;
        seen[1] = lines;
        seen[2] = tag;
        seen[3] = sounding;
        seen[4] = naming;
    }

    private void read(int[] seen) {
        syllables = seen[0];
        lines = seen[1];
        tag = seen[2];
        sounding = seen[3];
        naming = seen[4];
    }

    void save(Snapshot into) {
        int[] seen = new int[FIELDS];
        write(seen);
        into.put("form", seen);
    }

    /** A state from before there was this begins anew. */
    void restore(Snapshot from) {
        if (!from.has("form")) {
            read(new int[FIELDS]);
            return;
        }
        int[] seen = from.ints("form", FIELDS);
        from.integer("form", 0, 0, Integer.MAX_VALUE);
        from.integer("form", 1, 0, MOST_LINES);
        from.integer("form", 3, 0, 1);
        from.integer("form", 4, 0, 1);
        read(seen);
    }
}
