package microgpt.predict;

/** A set of weights of the mixer: one row of weights for each value of what the set is chosen by. */
enum WeightSet {
    /** The bits of this byte that are known. */
    PARTIAL_BYTE(256),
    ORDER_AND_MATCH(7 * 8 * 8),
    ORDER_1(256),
    /** How often the contexts of order 2 and 4 were seen. */
    SEEN_2_AND_4(16 * 16 * 8),
    /** The byte before the last one. */
    LAST_BUT_ONE(256),
    /** What the matches expect, and how long the longer one is. */
    MATCHES(9 * 8),
    /** Inside a word, at a line's start, after a space. */
    PLACE_IN_TEXT(8 * 8),
    /** Every input's own: how often its context was seen. */
    OWN_COUNT(Nodes.CLASSES),
    /** The kinds of the last three characters. */
    KINDS(4096),
    /** The column, and whether the line is like the one above so far. */
    COLUMN(32 * 2 * 8),
    LAST_BUT_TWO(256),
    WORD_LENGTH(32 * 8),
    /** The byte that came last after the last four, and how often in a row. */
    RUN_OF_4(4 * 256),
    /** How sure the first other expert is of its favourite, and whether that is still possible. */
    OTHERS_FAVOURITE(16 * 16),
    /** What the first other expert says of this bit. */
    OTHERS_OPINION(17 * 8),
    /** The syllables of the line, the lines since an empty one, the letters of the word. */
    LINE_SHAPE(16 * 4 * 4);

    private static final int[] MATCH_LENGTHS = {8, 12, 16, 20, 24, 32, 64};

    private final int rows;

    WeightSet(int rows) {
        this.rows = rows;
    }

    int rows() {
        return rows;
    }

    /** Whether it needs another expert beside the counts. */
    boolean needsAnother() {
        return this == OTHERS_FAVOURITE || this == OTHERS_OPINION;
    }

    /** The row for this moment, without OWN_COUNT, whose rows differ from input to input. */
    int row(Moment m, Text text, Match longMatch, Match shortMatch) {
        return switch (this) {
            case PARTIAL_BYTE -> m.partial;
            case ORDER_AND_MATCH -> (m.longestOrder * 8 + coarse(longMatch)) * 8 + m.bit;
            case ORDER_1 -> text.last();
            case SEEN_2_AND_4 -> (m.order2Seen * 16 + m.order4Seen) * 8 + m.bit;
            case LAST_BUT_ONE -> text.last(1);
            case MATCHES -> (opinion(longMatch) * 3 + opinion(shortMatch)) * 8 + fine(longMatch);
            case PLACE_IN_TEXT -> place(text) * 8 + m.bit;
            case OWN_COUNT -> 0;
            case KINDS -> text.kindsSeen & 0xfff;
            case COLUMN -> (Math.min(text.column, 31) * 2 + text.likeAbove) * 8 + m.bit;
            case LAST_BUT_TWO -> text.last(2);
            case WORD_LENGTH -> Math.min(text.wordLength, 31) * 8 + m.bit;
            case RUN_OF_4 -> Math.min(m.order4Run, 3) * 256 + m.order4Byte;
            case OTHERS_FAVOURITE -> 16 * ((int) (m.favouriteShare * 15.99f)) + (m.agrees(m.favourite) ? 8 : 0) + m.bit;
            case LINE_SHAPE ->
                Math.min(text.form.syllables, 15) << 4 | text.form.lines << 2 | Math.min(text.wordLength, 3);
            case OTHERS_OPINION -> Bins.of(m.logit) / 2 * 8 + m.bit;
        };
    }

    private static int opinion(Match match) {
        return match.speaks() ? 1 + match.bit() : 0;
    }

    private static int coarse(Match match) {
        int length = match.speaks() ? match.length() : 0;
        if (length < 8) {
            return length == 0 ? 0 : 1;
        }
        return length < 16 ? 2 : length < 32 ? 3 : 4;
    }

    private static int fine(Match match) {
        int length = match.speaks() ? match.length() : 0;
        int step = 0;
        while (step < MATCH_LENGTHS.length && length >= MATCH_LENGTHS[step]) {
            step++;
        }
        return step;
    }

    private static int place(Text text) {
        int last = text.last();
        return (text.word == 0 ? 0 : 1) + (last == '\n' ? 2 : 0) + (last == ' ' ? 4 : 0);
    }
}
