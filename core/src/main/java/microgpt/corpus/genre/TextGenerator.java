package microgpt.corpus.genre;

/** Writes one kind of text without end, piece by piece, in printable ASCII and line feeds. */
public interface TextGenerator {
    /** Appends the next piece: the shortest stretch that ends well, at least a line. */
    void writeNext(StringBuilder out);
}
