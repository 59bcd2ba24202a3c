package microgpt.corpus.genre;

import microgpt.numeric.Rng;

/** A built-in kind of text. The names are those of phase plans; the description is one sentence for the reader. */
public enum Genre {
    MOTIF("motif", "A few notes, sung over and over, then a few others.", Piece.LINES),
    COUNTING("counting", "The whole numbers from one on, in digits and in words.", Piece.LINES),
    ARITHMETIC("arithmetic", "Sums, differences, products and quotients, every one of them true.", Piece.LINES),
    BRACKETS("brackets", "Lines of nested brackets: what closes was opened last.", Piece.LINES),
    NAMES("names", "Invented names, one a line.", Piece.DOCUMENT),
    PROVERBS("proverbs", "New proverbs that sound like old ones.", Piece.LINES),
    DIALOGUE("dialogue", "Two people talk: questions and fitting answers.", Piece.DOCUMENT),
    VERSE("verse", "Stanzas of four lines that keep their metre and rhyme.", Piece.DOCUMENT),
    JSON("json", "The records of a shop as JSON, one a line.", Piece.LINES),
    CODE("code", "Functions of a small programming language.", Piece.DOCUMENT),
    STORIES(
            "stories",
            "Children's stories in simple words: a wish, an obstacle, help, and a good end.",
            Piece.DOCUMENT);

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
    public TextGenerator begin(Rng rng) {
        return switch (this) {
            case MOTIF -> new MotifGenerator(rng);
            case COUNTING -> new CountingGenerator();
            case ARITHMETIC -> new ArithmeticGenerator(rng);
            case BRACKETS -> new BracketGenerator(rng);
            case NAMES -> new NameGenerator(rng);
            case PROVERBS -> new ProverbGenerator(rng);
            case DIALOGUE -> new DialogueGenerator(rng);
            case VERSE -> new VerseGenerator(rng);
            case JSON -> new JsonGenerator(rng);
            case CODE -> new CodeGenerator(rng);
            case STORIES -> new StoryGenerator(rng);
        };
    }

    /** What a scribe writes at a time. */
    private enum Piece {
        LINES,
        DOCUMENT
    }
}
