package microgpt.web.explore;

import microgpt.protocol.Bytes;
import microgpt.protocol.Floats;
import microgpt.web.dom.Dom;
import microgpt.web.text.Glyphs;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;

/** Bytes with their probabilities as bars, the likeliest first. */
final class NextBars {
    private final HTMLElement list;

    NextBars(HTMLElement list) {
        this.list = list;
    }

    void clear() {
        list.clear();
    }

    /** Shows the first {@code most} of them; {@code truth} is marked, -1 is none. */
    void show(Bytes values, Floats probabilities, int most, int truth) {
        list.clear();
        for (int i = 0; i < Math.min(most, values.size()); i++) {
            row(values.at(i) & 255, probabilities.at(i), truth);
        }
    }

    /** Shows the likeliest of all bytes, and the truth among them or after them. */
    void showLikeliest(Floats all, int most, int truth) {
        list.clear();
        boolean[] taken = new boolean[all.size()];
        for (int i = 0; i < most; i++) {
            int best = -1;
            for (int value = 0; value < taken.length; value++) {
                best = !taken[value] && (best < 0 || all.at(value) > all.at(best)) ? value : best;
            }
            taken[best] = true;
            row(best, all.at(best), truth);
        }
        if (!taken[truth]) {
            row(truth, all.at(truth), truth);
        }
    }

    private void row(int value, double share, int truth) {
        HTMLElement row = Dom.append(list, "li", value == truth ? "target" : "", "");
        Dom.append(row, "span", "byte", Glyphs.of(value)).setTitle(Glyphs.name(value));
        HTMLElement bar = Dom.append(Dom.append(row, "span", "track", ""), "i", "", "");
        bar.getStyle().setProperty("transform", "scaleX(" + Math.round(share * 1000) / 1000.0 + ")");
        Dom.append(row, "span", "share", Numbers.percent(share));
    }
}
