package microgpt.web.step;

import java.util.ArrayList;
import java.util.List;
import microgpt.numeric.Nullable;
import microgpt.protocol.Reals;
import microgpt.protocol.step.StepReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;

/** The likeliest next tokens, and the true one marked. */
final class ProbabilitiesView {
    private static final int SHOWN = 10;

    private final HTMLElement list;
    private final HTMLElement note;
    private final Frames.Slot slot;
    private Alphabet alphabet = Alphabet.NONE;
    private @Nullable StepReport.Seen seen;

    ProbabilitiesView(Panel root, Frames frames) {
        list = root.part("chances");
        note = root.part("chances-note");
        slot = frames.words(100, this::draw);
    }

    void clear(Alphabet characters) {
        alphabet = characters;
        seen = null;
        slot.ask();
    }

    void show(StepReport.Seen report) {
        seen = report;
        slot.ask();
    }

    private void draw() {
        list.clear();
        StepReport.Seen of = seen;
        if (of == null) {
            Dom.text(note, "");
            return;
        }
        Reals probabilities = of.values("probabilities");
        List<Integer> shown = likeliest(probabilities);
        if (of.target() >= 0 && !shown.contains(of.target())) {
            shown.set(SHOWN - 1, of.target());
        }
        double most = probabilities.at(shown.get(0));
        for (int token : shown) {
            HTMLElement item = Dom.append(list, "li", token == of.target() ? "target" : "", "");
            Dom.append(item, "span", "byte", alphabet.label(token));
            HTMLElement bar = Dom.append(Dom.append(item, "span", "track", ""), "i", "", "");
            bar.getStyle().setProperty("transform", "scaleX(" + probabilities.at(token) / most + ")");
            Dom.append(item, "span", "share", Numbers.percent(probabilities.at(token)))
                    .setAttribute("data-value", Double.toString(probabilities.at(token)));
        }
        String after = "After " + alphabet.all(of.context());
        Dom.text(
                note,
                switch (of.scene()) {
                    case UNTAUGHT -> after + ", with random parameters; the true one is marked.";
                    case LEARNING -> after + ", before learning; the true one is marked.";
                    case AFTER_EDIT -> after + ", with the weight you changed.";
                    case WRITING -> after + ", at temperature 1.";
                });
    }

    private static List<Integer> likeliest(Reals probabilities) {
        List<Integer> tokens = new ArrayList<>();
        for (int token = 0; token < probabilities.size(); token++) {
            tokens.add(token);
        }
        tokens.sort((a, b) -> Double.compare(probabilities.at(b), probabilities.at(a)));
        return new ArrayList<>(tokens.subList(0, Math.min(SHOWN, tokens.size())));
    }
}
