package microgpt.corpus.genre;

import microgpt.numeric.Rng;

/** Repeats a motif of a few sung notes, then turns to another: the simplest text that has something to learn. */
final class MotifGenerator implements TextGenerator {
    private static final String[] NOTES = {"do", "re", "mi", "fa", "sol", "la", "ti"};
    private static final int REPEATS = 24;

    private final Rng rng;

    MotifGenerator(Rng rng) {
        this.rng = rng;
    }

    @Override
    public void writeNext(StringBuilder out) {
        StringBuilder motif = new StringBuilder();
        int notes = 4 + rng.nextInt(3);
        for (int i = 0; i < notes; i++) {
            motif.append(NOTES[rng.nextInt(NOTES.length)]).append(i + 1 < notes ? ' ' : '\n');
        }
        for (int i = 0; i < REPEATS; i++) {
            out.append(motif);
        }
    }
}
