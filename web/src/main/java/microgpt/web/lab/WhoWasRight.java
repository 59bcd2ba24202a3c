package microgpt.web.lab;

import java.util.List;
import microgpt.engine.Predictor;
import microgpt.web.chart.RecentBytes;
import microgpt.web.dom.Dom;
import microgpt.web.shell.Theme;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;

/** Those in a mixture who are told apart by colour where each was most right. */
final class WhoWasRight {
    /** As reports call them. */
    static final List<String> NAMES =
            List.of(Predictor.TRANSFORMER.label(), Predictor.COUNTS.label(), Predictor.CACHE.label());

    private WhoWasRight() {}

    static String colour(Theme theme, int expert) {
        return switch (expert) {
            case 0 -> theme.transformer();
            case 1 -> theme.counts();
            default -> theme.cache();
        };
    }

    /** Writes a legend: how often each gave a byte in sight the most probability. */
    static void describe(HTMLElement legend, RecentBytes bytes) {
        int[] right = new int[NAMES.size()];
        int all = 0;
        for (int i = 0; i < bytes.size(); i++) {
            int best = bytes.mostRight(NAMES, i);
            if (best >= 0) {
                right[best]++;
                all++;
            }
        }
        legend.clear();
        if (all == 0) {
            Dom.append(legend, "span", "", "Only one predicts: switch the mixture on to compare.");
            return;
        }
        for (int e = 0; e < right.length; e++) {
            if (right[e] > 0) {
                Dom.append(legend, "i", "patch " + NAMES.get(e), "");
                Dom.append(legend, "span", "", NAMES.get(e) + " " + Numbers.percent((double) right[e] / all));
            }
        }
    }

    /** What each gave a byte, as a clause. */
    static String clause(RecentBytes bytes, int index) {
        StringBuilder text = new StringBuilder();
        for (String predictor : bytes.others()) {
            float bits = bytes.bits(predictor, index);
            if (NAMES.contains(predictor) && !Float.isNaN(bits)) {
                text.append(text.isEmpty() ? "; by the " : ", by the ")
                        .append(predictor)
                        .append(' ')
                        .append(Numbers.percent(Math.pow(2, -bits)));
            }
        }
        return text.toString();
    }
}
