package microgpt.web.train;

import microgpt.numeric.Nullable;
import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Canvas;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Theme;
import microgpt.web.text.AttentionText;
import microgpt.web.text.Glyphs;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.events.MouseEvent;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** One head of attention, enlarged: a row for each byte that looks, a column for each byte looked at. */
final class HeadView {
    private static final double LARGEST_CELL = 24;
    private static final double LARGEST_SIDE = 520;
    private static final double LEGIBLE = 11;
    private static final int MARGIN = 22;

    private final Theme theme;
    private final HTMLSelectElement which;
    private final HTMLElement readout;
    private final Canvas canvas;
    private final Frames.Slot slot;
    private @Nullable LabReport.Attention shown;
    private int heads;
    private double cell = 1;

    HeadView(Panel root, Frames frames, Theme theme) {
        which = root.as("inside-head");
        readout = root.part("head-readout");
        this.theme = theme;
        slot = frames.slot(root.part("head"), 100, this::draw);
        canvas = new Canvas(root.as("head"), slot::ask);
        canvas.element().onMouseMove(this::hover);
        which.onEvent("change", event -> ask());
        theme.onChange(slot::ask);
    }

    void show(LabReport.Attention attention) {
        int count = attention.layers() * attention.heads();
        if (which.getOptions().getLength() != count || heads != attention.heads()) {
            heads = attention.heads();
            which.clear();
            for (int i = 0; i < count; i++) {
                Dom.append(which, "option", "", "layer " + (i / heads + 1) + ", head " + (i % heads + 1))
                        .setAttribute("value", Integer.toString(i));
            }
        }
        shown = attention;
        ask();
    }

    /** Enlarges another. */
    void pick(int layer, int head) {
        which.setValue(Integer.toString(layer * heads + head));
        ask();
    }

    private void ask() {
        LabReport.Attention of = shown;
        if (of != null) {
            canvas.element().setAttribute("aria-label", AttentionText.of(of, layer(), head()));
            slot.ask();
        }
    }

    private int layer() {
        return Integer.parseInt(which.getValue()) / heads;
    }

    private int head() {
        return Integer.parseInt(which.getValue()) % heads;
    }

    private void draw() {
        CanvasRenderingContext2D g = canvas.context();
        LabReport.Attention of = shown;
        if (of == null || canvas.width() == 0) {
            return;
        }
        double side = Math.min(LARGEST_SIDE, canvas.width() - MARGIN);
        cell = Math.min(LARGEST_CELL, side / of.positions());
        int height = (int) Math.ceil(MARGIN + of.positions() * cell);
        if (height != canvas.height()) {
            canvas.element().getStyle().setProperty("height", height + "px"); // drawn when it has that size
            return;
        }
        g.clearRect(0, 0, canvas.width(), canvas.height());
        g.setFillStyle(theme.grid());
        g.fillRect(MARGIN, MARGIN, of.positions() * cell, of.positions() * cell);
        g.setFillStyle(theme.accent());
        double gap = cell > 5 ? 1 : 0;
        for (int query = 0; query < of.positions(); query++) {
            for (int key = 0; key <= query; key++) {
                g.setGlobalAlpha(Math.sqrt(AttentionText.weight(of, layer(), head(), query, key)));
                g.fillRect(MARGIN + key * cell, MARGIN + query * cell, cell - gap, cell - gap);
            }
        }
        g.setGlobalAlpha(1);
        if (cell >= LEGIBLE) {
            label(g, of);
        }
    }

    private void label(CanvasRenderingContext2D g, LabReport.Attention of) {
        g.setFillStyle(theme.soft());
        g.setFont("11px ui-monospace, monospace");
        g.setTextBaseline("middle");
        g.setTextAlign("center");
        for (int i = 0; i < of.positions(); i++) {
            String glyph = Glyphs.of(of.tokens().get(i));
            double middle = MARGIN + (i + 0.5) * cell;
            g.fillText(glyph, middle, MARGIN / 2.0);
            g.fillText(glyph, MARGIN / 2.0, middle);
        }
    }

    private void hover(MouseEvent event) {
        LabReport.Attention of = shown;
        int query = (int) Math.floor((event.getOffsetY() - MARGIN) / cell);
        int key = (int) Math.floor((event.getOffsetX() - MARGIN) / cell);
        if (of != null && key >= 0 && key <= query && query < of.positions()) {
            Dom.text(readout, AttentionText.of(of, layer(), head(), query, key));
        }
    }
}
