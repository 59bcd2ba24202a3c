package microgpt.web.text;

import microgpt.protocol.lab.LabReport;

/** What the map of the bytes' embeddings shows, in words. */
public final class EmbeddingText {
    private EmbeddingText() {}

    /** How much of the embeddings the map shows. */
    public static String of(LabReport.EmbeddingMap map, double share) {
        int read = 0;
        for (int b = 0; b < map.seen().size(); b++) {
            read += map.seen().at(b) > 0 ? 1 : 0;
        }
        if (read == 0) {
            return "Nothing was read yet: all 256 bytes lie as the random start has put them.";
        }
        return read + " of 256 bytes were read so far. The plane shows " + Numbers.percent(share)
                + " of the variance of their " + map.columns() + " numbers each.";
    }

    /** A byte, and the bytes whose embeddings point most nearly the same way, with the cosine. */
    public static String of(int value, int[] neighbours, double[] cosines) {
        StringBuilder out = new StringBuilder(
                Glyphs.name(value) + " (" + ByteClass.of(value).plural() + ")");
        for (int i = 0; i < neighbours.length; i++) {
            out.append(i == 0 ? ". Nearest by cosine: " : ", ")
                    .append(Glyphs.name(neighbours[i]))
                    .append(' ')
                    .append(Numbers.fixed(cosines[i], 2));
        }
        return out.append('.').toString();
    }
}
