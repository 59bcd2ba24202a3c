package microgpt.predict;

/** Which part of the past must be alike for two moments to share their counts. */
enum Context {
    ORDER_0(0),
    ORDER_1(1),
    ORDER_2(2),
    ORDER_3(3),
    ORDER_4(4),
    ORDER_5(5),
    ORDER_6(6),
    /** The letters of the word so far, without case. */
    WORD(-1),
    /** The same and the word before, */
    WORD_AND_LAST(-1),
    /** or the word before that, */
    WORD_AND_LAST_BUT_ONE(-1),
    /** or the last two bytes. */
    WORD_AND_ORDER_2(-1),
    /** The word before and the last byte. */
    LAST_WORD_AND_ORDER_1(-1),
    /** The last byte and the last but two. */
    GAP_OF_ONE(-1),
    /** The last byte but one, alone. */
    LAST_BUT_ONE(-1),
    /** The byte above, in the line before, the column and the last byte: tables. */
    ABOVE(-1),
    /** The two bytes above, and whether the line is like the one above so far: sorted lists. */
    SORTED(-1),
    /** What followed where the last bytes came before. */
    MATCHES(-1),
    /** The kinds of the last six characters, and the last byte; */
    KINDS(-1),
    /** of the last eight alone; */
    EIGHT_KINDS(-1),
    /** of the last four, and the word so far. */
    KINDS_AND_WORD(-1),
    /** The sounds of the last eight bytes, and the last byte. */
    SOUNDS(-1),
    /** The word so far and both words before. */
    THREE_WORDS(-1),
    /** The word so far and the first of its line, */
    WORD_AND_FIRST(-1),
    /** or the word before the latest colon: who speaks, what a list is of; */
    WORD_AND_TITLE(-1),
    /** or the latest mark and how many words ended since. */
    WORD_AND_MARK(-1),
    /** The first letters of the last four words, and the last two bytes. */
    INITIALS(-1),
    /** The line so far. */
    LINE(-1),
    /** The last two bytes, and what followed them the last four times. */
    FOLLOWERS(-1),
    /** How many syllables the line has, and the kinds of the last two characters, */
    SYLLABLES_AND_KINDS(-1),
    /** or the last byte and how many lines came since an empty one, */
    SYLLABLES_AND_LINES(-1),
    /** or the last two bytes. */
    SYLLABLES_AND_ORDER_2(-1),
    /** The last byte, and what followed the last three the last two times. */
    FOLLOWERS_OF_3(-1),
    /** The latest tag and the word so far, */
    TAG_AND_WORD(-1),
    /** or the last two bytes. */
    TAG_AND_ORDER_2(-1);

    private static final int ANY_COLUMN = 3;
    private static final int LAST_COLUMN = 255;
    private static final int ANY_WORDS = 3;

    private final int order;

    Context(int order) {
        this.order = order;
    }

    /** How many of the last bytes it is, if it is just those; else -1. */
    int order() {
        return order;
    }

    /** A hash of what this context sees. */
    int seen(Text text, Match longMatch, Match shortMatch) {
        int last4 = text.last4;
        int last = last4 & 0xff;
        return switch (this) {
            case ORDER_0 -> 0;
            case ORDER_1 -> last;
            case ORDER_2 -> last4 & 0xffff;
            case ORDER_3 -> last4 & 0xffffff;
            case ORDER_4 -> last4;
            case ORDER_5 -> Hash.of(last4, text.before4 & 0xff);
            case ORDER_6 -> Hash.of(last4, text.before4 & 0xffff);
            case WORD -> text.word;
            case WORD_AND_LAST -> Hash.of(text.word, text.word1);
            case WORD_AND_LAST_BUT_ONE -> Hash.of(text.word, text.word2);
            case WORD_AND_ORDER_2 -> Hash.of(text.word, last4 & 0xffff);
            case LAST_WORD_AND_ORDER_1 -> Hash.of(text.word1, last);
            case GAP_OF_ONE -> last4 & 0xff00ff;
            case LAST_BUT_ONE -> text.last(1);
            case ABOVE -> Hash.of(text.above(0), Math.min(text.column, LAST_COLUMN) << 8 | last);
            case SORTED ->
                Hash.of(text.above(0) | text.above(1) << 8 | text.likeAbove << 16, Math.min(text.column, ANY_COLUMN));
            case MATCHES -> matched(longMatch, shortMatch);
            default -> seenInProse(text, text.prose);
        };
    }

    private int seenInProse(Text text, Prose prose) {
        int last4 = text.last4;
        int last = last4 & 0xff;
        return switch (this) {
            case KINDS -> Hash.of(text.kindsSeen & 0xffffff, last);
            case EIGHT_KINDS -> text.kindsSeen;
            case KINDS_AND_WORD -> Hash.of(text.kindsSeen & 0xffff, text.word);
            case SOUNDS -> Hash.of(prose.sounds, last);
            case THREE_WORDS -> Hash.of(text.word, Hash.of(text.word1, text.word2));
            case WORD_AND_FIRST -> Hash.of(text.word, prose.firstWord);
            case WORD_AND_TITLE -> Hash.of(text.word, prose.title);
            case WORD_AND_MARK -> Hash.of(text.word, prose.mark << 4 | Math.min(prose.wordsSince, ANY_WORDS));
            case LINE -> prose.line;
            case INITIALS -> Hash.of(prose.initials, last4 & 0xffff);
            default -> seenInForm(text, text.form);
        };
    }

    private int seenInForm(Text text, Form form) {
        int lastTwo = text.last4 & 0xffff;
        int last = text.last();
        return switch (this) {
            case FOLLOWERS -> Hash.of(text.ofTwo.after(lastTwo), lastTwo);
            case SYLLABLES_AND_KINDS -> Hash.of(text.kindsSeen & 0xff, form.syllables);
            case SYLLABLES_AND_LINES -> Hash.of(form.lines << 6 | form.syllables, last);
            case SYLLABLES_AND_ORDER_2 -> Hash.of(form.syllables, lastTwo);
            case FOLLOWERS_OF_3 -> Hash.of(text.ofThree.after(text.lastThree()) & 0xffff, last);
            case TAG_AND_WORD -> Hash.of(form.tag, text.word);
            default -> Hash.of(form.tag, lastTwo);
        };
    }

    private static int matched(Match longMatch, Match shortMatch) {
        int coarse = 1 + Math.min(longMatch.length(), 31) / 4;
        int expected = longMatch.isOn() ? longMatch.expected() + 256 * coarse : 0;
        return Hash.of(expected, shortMatch.expected() + 1);
    }
}
