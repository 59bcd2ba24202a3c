package microgpt.predict;

import java.util.Arrays;
import microgpt.numeric.Snapshot;

/**
 * What was read, and what a reader sees in it: the latest bytes, words, kinds of characters, lines. Bytes are kept in a
 * ring; positions are counted modulo 2^32.
 */
final class Text {
    private static final int SPACE = 4;
    private static final int LOWER = 1;
    private static final int OTHER = 11;
    private static final int FIELDS = 10;

    private final byte[] ring;
    private final byte[] kinds = new byte[256];
    final Prose prose = new Prose();
    final Form form = new Form();
    final Followers ofTwo;
    final Followers ofThree;
    private long length;
    private final int[] before = new int[FIELDS];
    private long lengthBefore;
    /** What {@link #back} writes to the ring again. */
    private byte[] overwritten = {};

    /** The latest four bytes, the last one lowest; and the four before them. */
    int last4;

    int before4;
    /** A hash of the word so far, without case, 0 between words; and of the two words before it. */
    int word;

    int word1;
    int word2;
    int wordLength;
    /** Kinds of the latest characters, four bits each; a run of lower-case letters counts once. */
    int kindsSeen;
    /** Bytes since the line began, and the length of the line above with its end. */
    int column;

    int lineAbove;
    /** 1 as long as this line equals the line above, else 0. */
    int likeAbove;

    /** Keeps the latest {@code room} bytes, a power of two. What followed two and three bytes goes through {@code journal}. */
    Text(int room, Journal journal) {
        ring = new byte[room];
        ofTwo = new Followers(journal);
        ofThree = new Followers(journal);
        for (int c = 0; c < 256; c++) {
            kinds[c] = (byte) kind(c);
        }
    }

    private static int kind(int c) {
        if (c >= 'a' && c <= 'z') {
            return LOWER;
        } else if (c >= 'A' && c <= 'Z') {
            return 2;
        } else if (c >= '0' && c <= '9') {
            return 3;
        } else if (c >= 128) {
            return 10;
        }
        return switch (c) {
            case ' ' -> SPACE;
            case '\n' -> 5;
            case '.', ',', ';', ':', '!', '?' -> 6;
            case '(', '[', '{', '<' -> 7;
            case ')', ']', '}', '>' -> 8;
            case '"', '\'' -> 9;
            default -> OTHER;
        };
    }

    long length() {
        return length;
    }

    /** Where the next byte will be. */
    int end() {
        return (int) length;
    }

    int last() {
        return last4 & 0xff;
    }

    /** The byte {@code back} before the last one, for 0 to 3. */
    int last(int back) {
        return last4 >>> (8 * back) & 0xff;
    }

    /** The byte at a position; to be asked only of what {@link #keeps}. */
    int at(int position) {
        return ring[position & (ring.length - 1)] & 0xff;
    }

    boolean keeps(int position) {
        int age = (int) length - position;
        return age > 0 && age <= Math.min(length, ring.length);
    }

    /** The byte of the line above that stands {@code ahead} columns further, 0 if there is none. */
    int above(int ahead) {
        int place = column + ahead;
        int age = lineAbove - ahead;
        return place < lineAbove && age <= ring.length ? at((int) length - age) : 0;
    }

    /** A hash of the last three bytes, of 16 bits. */
    int lastThree() {
        return Hash.of(last4 & 0xffffff, 0) >>> 16;
    }

    void append(int next) {
        int folded = next >= 'A' && next <= 'Z' ? next + 32 : next;
        if ((folded >= 'a' && folded <= 'z') || next >= 128) {
            word = Hash.of(word, folded + 1);
            wordLength++;
            prose.letter(folded, wordLength);
        } else {
            endWord();
            prose.noLetter(next, word1);
        }
        prose.append(next);
        form.append(next, folded, column);
        ofTwo.append(last4, next);
        ofThree.append(lastThree(), next);
        int kind = kinds[next];
        if (kind != LOWER || (kindsSeen & 15) != LOWER) {
            kindsSeen = (kindsSeen << 4) | kind;
        }
        endColumn(next);
        before4 = (before4 << 8) | (last4 >>> 24);
        last4 = (last4 << 8) | next;
        ring[(int) length & (ring.length - 1)] = (byte) next;
        length++;
    }

    private void endWord() {
        if (word != 0) {
            prose.word(word);
            word2 = word1;
            word1 = word;
            word = 0;
            wordLength = 0;
        }
    }

    private void endColumn(int next) {
        if (column >= lineAbove || above(0) != next) {
            likeAbove = 0;
        }
        column++;
        if (next == '\n') {
            lineAbove = column;
            column = 0;
            likeAbove = 1;
        }
    }

    /** Keeps all but what the journal keeps, for {@link #back} after at most {@code count} bytes. */
    void mark(int count) {
        int most = Math.min(count, ring.length);
        if (overwritten.length < most) {
            overwritten = new byte[Math.min(2 * most, ring.length)];
        }
        for (int i = 0; i < most; i++) {
            overwritten[i] = ring[(int) (length + i) & (ring.length - 1)];
        }
        write(before);
        lengthBefore = length;
        prose.mark();
        form.mark();
    }

    void back() {
        long most = Math.min(length - lengthBefore, ring.length);
        length = lengthBefore;
        for (int i = 0; i < most; i++) {
            ring[(int) (length + i) & (ring.length - 1)] = overwritten[i];
        }
        read(before);
        prose.back();
        form.back();
    }

    private void write(int[] seen) {
        seen[0] = last4;
        seen[1] = before4;
        seen[2] = word;
        seen[3] = word1;
        seen[4] = word2;
        seen[5] = wordLength;
        seen[6] = kindsSeen;
        seen[7] = column;
        seen[8] = lineAbove;
        seen[9] = likeAbove;
    }

    private void read(int[] seen) {
        last4 = seen[0];
        before4 = seen[1];
        word = seen[2];
        word1 = seen[3];
        word2 = seen[4];
        wordLength = seen[5];
        kindsSeen = seen[6];
        column = seen[7];
        lineAbove = seen[8];
        likeAbove = seen[9];
    }

    void save(Snapshot into) {
        int[] seen = new int[FIELDS];
        write(seen);
        into.put("length", length);
        into.put("room", ring.length);
        into.put("ring", Arrays.copyOf(ring, (int) Math.min(length, ring.length)));
        into.put("seen", seen);
        prose.save(into);
        form.save(into);
        ofTwo.save(into, "followers");
        ofThree.save(into, "followers_of_3");
    }

    void restore(Snapshot from) {
        int room = from.ints("room", 1)[0];
        if (room != ring.length) {
            throw new IllegalArgumentException("the saved text keeps " + room + " bytes, expected " + ring.length);
        }
        length = from.whole("length", 0, 0, Long.MAX_VALUE);
        byte[] saved = from.bytes("ring", (int) Math.min(length, room));
        int[] seen = from.ints("seen", FIELDS);
        Arrays.fill(ring, (byte) 0);
        System.arraycopy(saved, 0, ring, 0, saved.length);
        from.integer("seen", 5, 0, Integer.MAX_VALUE);
        from.integer("seen", 7, 0, Integer.MAX_VALUE);
        from.integer("seen", 8, 0, Integer.MAX_VALUE);
        from.integer("seen", 9, 0, 1);
        read(seen);
        prose.restore(from);
        form.restore(from);
        ofTwo.restore(from, "followers");
        ofThree.restore(from, "followers_of_3");
    }
}
