package microgpt.corpus.genre;

import microgpt.numeric.Rng;

/** Writes stanzas of four lines in iambic tetrameter, eight syllables each, that rhyme in pairs or crosswise. */
final class VerseGenerator implements TextGenerator {
    /** Nouns of one syllable; those of one row rhyme. */
    static final String[][] RHYMES = {
        {"sea", "tree", "bee", "key", "knee"},
        {"night", "light", "kite", "sight", "flight"},
        {"day", "bay", "hay", "way", "clay"},
        {"stone", "bone", "throne"},
        {"rain", "lane", "train", "plain", "grain"},
        {"hill", "mill", "sill", "chill"},
        {"sky", "eye", "fly", "sigh"},
        {"ground", "sound", "mound", "hound"},
        {"moon", "June", "tune", "spoon", "noon"},
        {"snow", "crow", "glow", "bow"},
        {"star", "jar", "scar"},
        {"sand", "hand", "land", "band"},
        {"air", "chair", "bear", "hair", "stair"},
        {"dream", "stream", "beam", "gleam"},
        {"town", "gown", "crown"}
    };

    private static final Grammar GRAMMAR = new Grammar("""
            line:
              The {two} {one} beside the {rhyme}
              The {two} {one} above the {rhyme}
              I saw a {one} below the {rhyme}
              It sang to me about the {rhyme}
              Until the {one} has left the {rhyme}
              Come, follow me across the {rhyme}
              A {one} and I, we share the {rhyme}
              Who waits for you behind the {rhyme}
              So {short} and {short} appears the {rhyme}
              My {one} is gone, but not the {rhyme}
              O {two} {one}, forget the {rhyme}
              The {time} falls upon the {rhyme}
              There is a {one} within the {rhyme}
              And no one knows the {two} {rhyme}
              But in my heart I keep the {rhyme}
              Sleep well, my {one}, and leave the {rhyme}
            two:
              gentle
              silver
              golden
              little
              sleepy
              hidden
              tender
              bitter
              distant
              restless
              mellow
              broken
            one:
              bird
              child
              wind
              ship
              rose
              song
              friend
              bell
              lamb
              ghost
              king
              cloud
            short:
              cold
              bright
              soft
              far
              still
              dark
              young
              deep
              white
            time:
              morning
              summer
              winter
              shadow
            """);

    private final Rng rng;

    VerseGenerator(Rng rng) {
        this.rng = rng;
    }

    @Override
    public void writeNext(StringBuilder out) {
        int one = rng.nextInt(RHYMES.length);
        int other = (one + 1 + rng.nextInt(RHYMES.length - 1)) % RHYMES.length;
        String[] a = pair(RHYMES[one]);
        String[] b = pair(RHYMES[other]);
        if (rng.nextInt(2) == 0) {
            stanza(out, a[0], a[1], b[0], b[1]);
        } else {
            stanza(out, a[0], b[0], a[1], b[1]);
        }
    }

    /** Two different words of a row. */
    private String[] pair(String... row) {
        int first = rng.nextInt(row.length);
        int second = (first + 1 + rng.nextInt(row.length - 1)) % row.length;
        return new String[] {row[first], row[second]};
    }

    private void stanza(StringBuilder out, String... rhymes) {
        String[] ends = {",\n", ";\n", ",\n", ".\n\n"};
        for (int i = 0; i < rhymes.length; i++) {
            out.append(GRAMMAR.text(rng).bind("rhyme", rhymes[i]).write("line")).append(ends[i]);
        }
    }
}
