package microgpt.corpus.genre;

import microgpt.numeric.Rng;

/** A built-in kind of text. The names are those of phase plans; the description is one sentence for the reader. */
public enum Genre {
    MOTIF("motif", "A few notes, sung over and over, then a few others.", Piece.LINES),
    COUNTING("counting", "The whole numbers from one on, in digits and in words.", Piece.LINES);

    private final String label;
    private final String description;
    private final Piece piece;

    Genre(String label, String description, Piece piece) {
        this.label = label;
        this.description = description;
        this.piece = piece;
    }

    /** What phase plans and the page call it. */
    public String label() {
        return label;
    }

    /** What it is, in one sentence. */
    public String description() {
        return description;
    }

    /** Whether each piece is a document of its own; otherwise a whole visit is one. */
    public boolean writesDocuments() {
        return piece == Piece.DOCUMENT;
    }

    /** A writer at the beginning of its text; the same random stream gives the same text. */
    public Scribe begin(Rng rng) {
        return switch (this) {
            case MOTIF -> new MotifScribe(rng);
            case COUNTING -> new CountingScribe();
        };
    }

    /** What a scribe writes at a time. */
    private enum Piece {
        LINES,
        DOCUMENT
    }
}
