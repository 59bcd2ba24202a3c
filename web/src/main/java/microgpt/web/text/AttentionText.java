package microgpt.web.text;

import microgpt.protocol.lab.LabReport;

/** What the picture of attention shows, in words: where each head looks from the last byte of the window. */
public final class AttentionText {
    private AttentionText() {}

    /** A sentence for each head, of every layer in turn; of equal weights the nearest byte counts. */
    public static String of(LabReport.Attention attention) {
        int last = attention.positions() - 1;
        StringBuilder out = new StringBuilder("Attention of every head, from the last byte of the window, "
                + Glyphs.name(attention.tokens().get(last)) + ".");
        for (int layer = 0; layer < attention.layers(); layer++) {
            for (int head = 0; head < attention.heads(); head++) {
                int key = mostWatched(attention, layer, head);
                out.append(" Layer ").append(layer + 1).append(", head ").append(head + 1);
                out.append(" looks most at ")
                        .append(place(attention, last, key))
                        .append('.');
            }
        }
        return out.toString();
    }

    /** A sentence on one head: the three bytes that it looks at most from the last byte of the window. */
    public static String of(LabReport.Attention attention, int layer, int head) {
        int last = attention.positions() - 1;
        StringBuilder out =
                new StringBuilder("Layer " + (layer + 1) + ", head " + (head + 1) + ", enlarged. From the last byte, "
                        + Glyphs.name(attention.tokens().get(last)) + ", it looks at ");
        boolean[] told = new boolean[last + 1];
        for (int rank = 0; rank < Math.min(3, told.length); rank++) {
            int most = -1;
            for (int key = last; key >= 0; key--) {
                if (!told[key]
                        && (most < 0
                                || weight(attention, layer, head, last, key)
                                        > weight(attention, layer, head, last, most))) {
                    most = key;
                }
            }
            told[most] = true;
            out.append(rank == 0 ? "" : "; ")
                    .append(place(attention, last, most))
                    .append(": ");
            out.append(Numbers.percent(weight(attention, layer, head, last, most)));
        }
        return out.append('.').toString();
    }

    /** A sentence on one cell: which byte looks at which, and how strongly. */
    public static String of(LabReport.Attention attention, int layer, int head, int query, int key) {
        return "Layer " + (layer + 1) + ", head " + (head + 1) + ": reading "
                + Glyphs.name(attention.tokens().get(query)) + ", it gives "
                + Glyphs.name(attention.tokens().get(key))
                + (query == key ? " (itself) " : ", " + (query - key) + " before, ")
                + Numbers.percent(weight(attention, layer, head, query, key)) + " of its attention.";
    }

    /** The share of its attention that a head gives to {@code key} when it reads {@code query}. */
    public static float weight(LabReport.Attention attention, int layer, int head, int query, int key) {
        int square = (layer * attention.heads() + head) * attention.positions();
        return attention.weights().at((square + query) * attention.positions() + key);
    }

    private static String place(LabReport.Attention attention, int last, int key) {
        return key == last
                ? "that byte itself"
                : Glyphs.name(attention.tokens().get(key)) + ", " + (last - key) + " before";
    }

    private static int mostWatched(LabReport.Attention attention, int layer, int head) {
        int positions = attention.positions();
        int row = ((layer * attention.heads() + head) * positions + positions - 1) * positions;
        int most = positions - 1;
        for (int key = most - 1; key >= 0; key--) {
            if (attention.weights().at(row + key) > attention.weights().at(row + most)) {
                most = key;
            }
        }
        return most;
    }
}
