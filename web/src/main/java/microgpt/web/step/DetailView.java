package microgpt.web.step;

import microgpt.numeric.Nullable;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.step.Traversal.Reach;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;

/** The box that is open: its formula, what it does, the lines that do it, and each of its numbers. */
final class DetailView {
    private static final int MOST_ROWS = 256;

    private final MathView math;
    private final HTMLElement detail;
    private final HTMLElement title;
    private final HTMLElement forward;
    private final HTMLElement backward;
    private final HTMLElement section;
    private final HTMLElement meaning;
    private final HTMLElement here;
    private final HTMLElement java;
    private final HTMLElement numbers;
    private final HTMLElement rows;
    private @Nullable Box explained;

    DetailView(Panel root, MathView math) {
        this.math = math;
        detail = root.part("detail");
        title = Dom.append(detail, "h3", "", "");
        meaning = Dom.append(detail, "p", "", "");
        forward = formula("detail-forward");
        backward = formula("detail-backward");
        section = Dom.append(detail, "a", "", "");
        section.setAttribute("data-testid", "detail-section");
        section.onClick(event -> math.open());
        here = Dom.append(detail, "p", "note", "");
        here.setAttribute("data-testid", "detail-here");
        numbers = Dom.append(detail, "div", "numbers", "");
        numbers.setAttribute("tabindex", "0");
        numbers.setAttribute("role", "region");
        numbers.setAttribute("aria-label", "The numbers of this box");
        HTMLElement table = Dom.append(numbers, "table", "", "");
        HTMLElement head = Dom.append(Dom.append(table, "thead", "", ""), "tr", "", "");
        for (String name : new String[] {"", "value", "gradient"}) {
            Dom.append(head, "th", "", name).setAttribute("scope", "col");
        }
        rows = Dom.append(table, "tbody", "", "");
        rows.setAttribute("data-testid", "detail-rows");
        Dom.append(detail, "h3", "", "In Java");
        java = Dom.append(detail, "pre", "", "");
        java.setAttribute("tabindex", "0");
    }

    private HTMLElement formula(String testId) {
        HTMLElement element = Dom.append(detail, "div", "formula", "");
        element.setAttribute("data-testid", testId);
        element.setAttribute("tabindex", "0");
        element.setAttribute("role", "group");
        return element;
    }

    void show(Box box, Cells cells, Reach reach, Alphabet alphabet) {
        Dom.text(title, (box.layer() < 0 ? "" : "Layer " + box.group() + ": ") + box.title());
        explain(box);
        Dom.text(here, here(cells, reach));
        numbers.setHidden(cells.size() == 0 || reach == Reach.NOTHING);
        fill(box, cells, reach, alphabet);
    }

    /** What does not change from step to step. */
    private void explain(Box box) {
        if (box.equals(explained)) {
            return;
        }
        explained = box;
        Dom.text(meaning, box.meaning());
        Dom.text(java, box.java());
        MathView.show(forward, box.rule().forward());
        forward.setAttribute("aria-label", "Forward");
        MathView.show(backward, box.rule().backward());
        backward.setAttribute("aria-label", "Backward");
        backward.setHidden(box.rule().backward().isEmpty());
        section.setAttribute("href", "#" + box.rule().section());
        Dom.text(section, "In the mathematics: " + math.title(box.rule().section()));
    }

    private static String here(Cells cells, Reach reach) {
        if (cells.size() == 0 || reach == Reach.NOTHING) {
            return "";
        }
        String count = cells.size() == 1 ? "One number" : cells.size() + " numbers";
        String values = cells.size() == 1
                ? ": " + Numbers.fixed(cells.value(0), 6)
                : " from " + Numbers.fixed(cells.least(), 4) + " to " + Numbers.fixed(cells.greatest(), 4);
        String gradients = reach == Reach.GRADIENTS
                ? "; the largest gradient is " + Numbers.significant(cells.largestGradient()) + "."
                : ".";
        return count + values + gradients;
    }

    private void fill(Box box, Cells cells, Reach reach, Alphabet alphabet) {
        int count = reach == Reach.NOTHING ? 0 : Math.min(MOST_ROWS, cells.size());
        while (rows.getChildren().getLength() > count) {
            rows.removeChild(rows.getLastChild());
        }
        while (rows.getChildren().getLength() < count) {
            HTMLElement row = Dom.append(rows, "tr", "", "");
            for (int i = 0; i < 3; i++) {
                Dom.append(row, "td", "", "");
            }
        }
        boolean isByToken = box.rule().result() == Rule.Result.BY_TOKEN;
        for (int i = 0; i < count; i++) {
            HTMLElement row = (HTMLElement) rows.getChildren().get(i);
            cell(row, 0, isByToken ? alphabet.label(i) : Integer.toString(i), Double.NaN);
            cell(row, 1, Numbers.fixed(cells.value(i), 6), cells.value(i));
            boolean known = reach == Reach.GRADIENTS;
            cell(row, 2, known ? Numbers.fixed(cells.gradient(i), 6) : "", known ? cells.gradient(i) : Double.NaN);
        }
    }

    private static void cell(HTMLElement row, int column, String text, double exact) {
        HTMLElement cell = (HTMLElement) row.getChildren().get(column);
        Dom.text(cell, text);
        if (Double.isNaN(exact)) {
            cell.removeAttribute("data-value");
        } else {
            cell.setAttribute("data-value", Double.toString(exact));
        }
    }
}
