package microgpt.web.step;

import java.util.ArrayList;
import java.util.List;
import microgpt.numeric.Nullable;
import microgpt.protocol.step.StepReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;

/** The positions of the present name, one row a step: what is read, and what should follow. */
final class RowsView {
    private static final int MOST_INPUT = 24;

    private final HTMLElement body;
    private final Frames.Slot slot;
    private final List<StepReport.Row> rows = new ArrayList<>();
    private Alphabet alphabet = Alphabet.NONE;
    private @Nullable StepReport.Seen ahead;

    RowsView(Panel root, Frames frames) {
        body = root.part("rows");
        slot = frames.words(60, this::draw);
    }

    void clear(Alphabet characters) {
        alphabet = characters;
        rows.clear();
        ahead = null;
        slot.ask();
    }

    /** Before the first step, what it will be about. */
    void showAhead(StepReport.Seen report) {
        ahead = report;
        slot.ask();
    }

    void add(StepReport.Row row) {
        if (!rows.isEmpty() && rows.get(0).document() != row.document()) {
            rows.clear();
        }
        rows.add(row);
        slot.ask();
    }

    private void draw() {
        body.clear();
        StepReport.Seen first = ahead;
        if (rows.isEmpty() && first != null) {
            HTMLElement line = line("ahead", "row-ahead");
            fill(line, 0, alphabet.all(first.context()), first.context().get(0), first.target());
            Dom.append(line, "td", "", "");
        }
        List<Integer> input = new ArrayList<>();
        for (StepReport.Row row : rows) {
            input.add(row.token());
            HTMLElement line = line(input.size() == rows.size() ? "now" : "", "row");
            int hidden = Math.max(0, input.size() - MOST_INPUT);
            String read = (hidden > 0 ? "… " : "") + alphabet.all(input.subList(hidden, input.size()));
            fill(line, row.position(), read, row.token(), row.target());
            Dom.append(line, "td", "", Numbers.fixed(row.loss(), 4))
                    .setAttribute("data-value", Double.toString(row.loss()));
        }
    }

    private HTMLElement line(String className, String testId) {
        HTMLElement line = Dom.append(body, "tr", className, "");
        line.setAttribute("data-testid", testId);
        return line;
    }

    private void fill(HTMLElement line, int position, String read, int token, int target) {
        Dom.append(line, "td", "", Integer.toString(position));
        Dom.append(line, "td", "", read);
        Dom.append(line, "td", "", Integer.toString(token));
        Dom.append(line, "td", "", alphabet.label(target));
        Dom.append(line, "td", "", Integer.toString(target));
    }
}
