package microgpt.web.lab;

import java.util.ArrayList;
import java.util.List;
import microgpt.protocol.lab.LabReport;
import microgpt.web.chart.Palette;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Theme;
import microgpt.web.text.Numbers;
import microgpt.web.text.RecoveryText;
import org.teavm.jso.dom.html.HTMLElement;

/** What each visit of a phase cost, and how fast the model found its feet. */
final class PhaseTableView {
    private static final int COLUMNS = 7;
    private static final int FIRST_COST = 3;
    private static final int LAST_COST = 5;

    private final HTMLElement body;
    private final Theme theme;
    private final Frames.Slot slot;
    private final List<HTMLElement[]> rows = new ArrayList<>();
    private List<LabReport.PhaseScore> scores = List.of();
    private int phases;

    PhaseTableView(Panel root, Frames frames, Theme theme) {
        body = root.part("phase-table").querySelector("tbody");
        this.theme = theme;
        slot = frames.words(500, this::draw);
        theme.onChange(slot::ask);
    }

    void show(LabReport.Started report) {
        phases = report.phases().size();
        scores = List.of();
        slot.ask();
    }

    void show(LabReport.Phases report) {
        scores = report.scores();
        slot.ask();
    }

    private void draw() {
        while (rows.size() > scores.size()) {
            rows.remove(rows.size() - 1);
            body.removeChild(body.getLastChild());
        }
        while (rows.size() < scores.size()) {
            HTMLElement row = Dom.append(body, "tr", "", "");
            HTMLElement[] cells = new HTMLElement[COLUMNS];
            for (int i = 0; i < COLUMNS; i++) {
                cells[i] = Dom.append(row, "td", i >= FIRST_COST && i <= LAST_COST ? "cost" : "", "");
            }
            rows.add(cells);
        }
        for (int i = 0; i < scores.size(); i++) {
            fill(rows.get(i), scores.get(i), i);
        }
    }

    private void fill(HTMLElement[] cells, LabReport.PhaseScore score, int visit) {
        Dom.text(cells[0], score.name());
        Dom.text(cells[1], Integer.toString(score.visit()));
        Dom.text(cells[2], Numbers.grouped(score.bytes()));
        cost(cells[3], score.first());
        cost(cells[4], score.mean());
        cost(cells[5], score.now());
        Dom.text(cells[6], RecoveryText.of(score, phases, visit, scores.size()));
    }

    private void cost(HTMLElement cell, double bits) {
        Dom.text(cell, Numbers.fixed(bits, 2));
        cell.getStyle().setProperty("background", theme.palette().colour(Palette.level(bits)));
        cell.getStyle().setProperty("color", theme.palette().ink());
    }
}
