package microgpt.web.text;

import microgpt.protocol.Report;

/** What the picture of attention shows, in words: where each head looks from the last byte of the window. */
public final class AttentionText {
    private AttentionText() {}

    /** A sentence for each head, of every layer in turn; of equal weights the nearest byte counts. */
    public static String of(Report.Attention attention) {
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

    private static String place(Report.Attention attention, int last, int key) {
        return key == last
                ? "that byte itself"
                : Glyphs.name(attention.tokens().get(key)) + ", " + (last - key) + " before";
    }

    private static int mostWatched(Report.Attention attention, int layer, int head) {
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
