package microgpt.predict;

import microgpt.numeric.Snapshot;

/** What a reader of prose and lists notices beside words: how lines begin, marks, initials, the sound of letters. */
final class Prose {
    private static final int FIELDS = 7;
    private static final int SOUNDS = 0xffffff;

    /** A hash of the line so far. */
    int line;

    /** The first word of this line, and the word before the latest colon, as {@link Text} hashes them; 0 is none. */
    int firstWord;

    int title;
    /** The latest byte that is no letter, digit or space, and how many words ended since. */
    int mark;

    int wordsSince;
    /** The first letters of the latest four words, in lower case. */
    int initials;

    /** The sounds of the latest eight bytes, three bits each. */
    int sounds;

    private final int[] before = new int[FIELDS];

    /** Notes any byte. */
    void append(int next) {
        line = next == '\n' ? 0 : Hash.of(line, next + 1);
    }

    /** Notes a letter, the {@code length}th of its word. */
    void letter(int folded, int length) {
        if (length == 1) {
            initials = initials << 8 | folded;
        }
        sounds = (sounds << 3 | (Form.isVowel(folded) ? 1 : 2)) & SOUNDS;
    }

    /** Notes a word that ended. */
    void word(int word) {
        wordsSince++;
        firstWord = firstWord == 0 ? word : firstWord;
    }

    /** Notes what is no letter, after the latest word. */
    void noLetter(int next, int lastWord) {
        int sound = next == ' '
                ? 3
                : next == '\n' ? 4 : next >= '0' && next <= '9' ? 5 : next == ',' || next == '.' ? 6 : 7;
        sounds = (sounds << 3 | sound) & SOUNDS;
        if (sound != 3 && sound != 5) {
            mark = next;
            wordsSince = 0;
        }
        if (next == ':') {
            title = lastWord;
        } else if (next == '\n') {
            firstWord = 0;
        }
    }

    /** Keeps all for {@link #back}. */
    void mark() {
        write(before);
    }

    void back() {
        read(before);
    }

    private void write(int[] seen) {
        seen[0] = line;
        seen[1] = firstWord;
        seen[2] = title;
        seen[3] = mark;
        seen[4] = wordsSince;
        seen[5] = initials;
        seen[6] = sounds;
    }

    private void read(int[] seen) {
        line = seen[0];
        firstWord = seen[1];
        title = seen[2];
        mark = seen[3];
        wordsSince = seen[4];
        initials = seen[5];
        sounds = seen[6];
    }

    void save(Snapshot into) {
        int[] seen = new int[FIELDS];
        write(seen);
        into.put("prose", seen);
    }

    void restore(Snapshot from) {
        int[] seen = from.ints("prose", FIELDS);
        from.integer("prose", 3, 0, 255);
        from.integer("prose", 4, 0, Integer.MAX_VALUE);
        from.integer("prose", 6, 0, SOUNDS);
        read(seen);
    }
}
