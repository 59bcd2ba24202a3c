package microgpt.web.step;

import java.util.ArrayList;
import java.util.List;
import microgpt.protocol.StepReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;

/** The positions of the present name, one row a step: what is read, and what should follow. */
final class RowsView {
    private static final int MOST_INPUT = 24;

    private final HTMLElement body = Dom.byId("rows");
    private final Frames.Slot slot;
    private final List<StepReport.Row> rows = new ArrayList<>();
    private Alphabet alphabet = Alphabet.NONE;

    RowsView(Frames frames) {
        slot = frames.words(60, this::draw);
    }

    void clear(Alphabet characters) {
        alphabet = characters;
        rows.clear();
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
        if (rows.isEmpty()) {
            HTMLElement cell = Dom.append(Dom.append(body, "tr", "ahead", ""), "td", "", "Nothing has been read yet.");
            cell.setAttribute("colspan", "6");
            return;
        }
        List<Integer> input = new ArrayList<>();
        for (StepReport.Row row : rows) {
            input.add(row.token());
            HTMLElement line = Dom.append(body, "tr", input.size() == rows.size() ? "now" : "", "");
            line.setAttribute("data-testid", "row");
            Dom.append(line, "td", "", Integer.toString(row.position()));
            int hidden = Math.max(0, input.size() - MOST_INPUT);
            Dom.append(line, "td", "", (hidden > 0 ? "… " : "") + alphabet.all(input.subList(hidden, input.size())));
            Dom.append(line, "td", "", Integer.toString(row.token()));
            Dom.append(line, "td", "", alphabet.label(row.target()));
            Dom.append(line, "td", "", Integer.toString(row.target()));
            Dom.append(line, "td", "", Numbers.fixed(row.loss(), 4))
                    .setAttribute("data-value", Double.toString(row.loss()));
        }
    }
}
