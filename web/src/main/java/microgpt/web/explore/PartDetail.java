package microgpt.web.explore;

import microgpt.numeric.Nullable;
import microgpt.protocol.Bytes;
import microgpt.protocol.lab.LabReport;
import microgpt.web.chart.CellScale;
import microgpt.web.chart.ModelParts;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Canvas;
import microgpt.web.dom.Cells;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.dom.Pointing;
import microgpt.web.shell.AttentionView;
import microgpt.web.shell.Theme;
import microgpt.web.text.ModelText;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.typedarrays.Int8Array;

/** One part of the model, large: its cells and numbers; of attention every head. */
final class PartDetail implements Pointing.Listener {
    private static final String HINT = "Point at a cell to read it, or focus the picture and use the arrow keys.";
    private static final double LARGEST_CELL = 22;
    private static final double MOST_HEIGHT = 420;
    private static final double LEAST_HEIGHT = 88;
    /** Room for the names of groups of rows. */
    private static final double BANDS_WIDTH = 84;

    private final HTMLElement root;
    private final HTMLElement title;
    private final HTMLElement text;
    private final HTMLElement heat;
    private final HTMLElement heads;
    private final HTMLElement readout;
    private final Theme theme;
    private final Canvas canvas;
    private final Frames.Slot slot;
    private final AttentionView attention;
    private String name = "";
    private @Nullable LabReport.MatrixPicture matrix;
    private CellScale scale = CellScale.NONE;
    private double cellWidth = 1;
    private double cellHeight = 1;
    private int row = -1;
    private int column;

    PartDetail(Panel panel, Frames frames, Theme theme, Runnable onClose) {
        this.theme = theme;
        root = panel.part("model-detail");
        title = panel.part("model-detail-title");
        text = panel.part("model-detail-text");
        heat = panel.part("model-detail-heat");
        heads = panel.part("model-detail-heads");
        readout = panel.part("model-detail-readout");
        slot = frames.slot(heat, 80, this::draw);
        canvas = new Canvas(panel.as("model-detail-picture"), slot::ask);
        Pointing.on(canvas.element(), readout, this);
        attention = attentionIn(heads, frames, theme);
        panel.part("model-detail-close").onClick(event -> onClose.run());
        theme.onChange(slot::ask);
    }

    /** The parts that the view of attention looks for: the page has them once already. */
    private static AttentionView attentionIn(HTMLElement place, Frames frames, Theme theme) {
        HTMLElement box = Dom.append(place, "div", "attention-box", "");
        HTMLElement picture = Dom.append(box, "canvas", "", "");
        picture.setAttribute("data-part", "attention");
        picture.setAttribute("role", "img");
        HTMLElement words = Dom.append(
                place,
                "p",
                "readout",
                "Row by row, a byte of the window looks back at the bytes before it. Point at a square to read the pair.");
        words.setAttribute("data-part", "attention-readout");
        return new AttentionView(Panel.joined(place, 0), frames, theme);
    }

    void show(LabReport.Started started) {
        attention.show(started);
    }

    void show(LabReport.Attention report) {
        if (!heads.isHidden()) {
            attention.show(report);
        }
    }

    /** The name of the part that is open; empty for none. */
    String opened() {
        return name;
    }

    boolean isAttention() {
        return name.endsWith("attention");
    }

    void open(ModelParts.Part part) {
        name = part.name();
        matrix = null;
        row = -1;
        root.setHidden(false);
        heads.setHidden(!isAttention());
        heat.setHidden(isAttention());
        Dom.text(title, name);
        Dom.text(text, isAttention() ? ModelText.meaning(name) : "");
        Dom.text(readout, HINT);
    }

    void bringIntoSight() {
        Browser.bringIntoSight(root);
    }

    void close() {
        name = "";
        root.setHidden(true);
    }

    void show(LabReport.ModelPicture picture, CellScale by) {
        scale = by;
        for (LabReport.MatrixPicture each : picture.matrices()) {
            if (each.name().equals(name)) {
                matrix = each;
                Dom.text(text, ModelText.of(each, picture.position() - picture.since()));
                slot.ask();
            }
        }
    }

    private void draw() {
        LabReport.MatrixPicture of = matrix;
        if (of == null || canvas.width() == 0) {
            return;
        }
        CanvasRenderingContext2D g = canvas.context();
        g.clearRect(0, 0, canvas.width(), canvas.height());
        measure(of);
        int height = (int) Math.ceil(cellHeight * of.seenRows()) + 2;
        if (height != canvas.height()) {
            canvas.element().getStyle().setProperty("height", height + "px");
            return; // drawn once it has that height
        }
        double width = cellWidth * of.seenColumns();
        g.setFillStyle(theme.grid());
        g.fillRect(0, 0, width, cellHeight * of.seenRows());
        Bytes shown = scale.ofChanges() ? of.changes() : of.cells();
        if (shown.size() > 0) {
            Cells.signed(
                    g,
                    Int8Array.copyFromJavaArray(shown.toArray()),
                    0,
                    of.seenRows(),
                    of.seenColumns(),
                    scale.gain(of),
                    theme.accent(),
                    theme.warm(),
                    0,
                    0,
                    width,
                    cellHeight * of.seenRows());
        }
        bands(g, of, width);
        if (row >= 0) {
            g.setStrokeStyle(theme.ink());
            g.setLineWidth(1.5);
            g.strokeRect(column * cellWidth - 1, row * cellHeight - 1, cellWidth + 2, cellHeight + 2);
        }
        canvas.element().setAttribute("aria-label", name + ". " + ModelText.of(of, 0));
        readOut();
    }

    /** Cells as large as fit, and no longer than three times their height. */
    private void measure(LabReport.MatrixPicture of) {
        double room = canvas.width() - BANDS_WIDTH;
        double widest = Math.min(LARGEST_CELL, room / of.seenColumns());
        double highest = Math.min(LARGEST_CELL, LEAST_HEIGHT / of.seenRows());
        cellHeight = Math.max(highest, Math.min(widest, MOST_HEIGHT / of.seenRows()));
        cellWidth = Math.min(widest, 3 * cellHeight);
    }

    /** What groups of rows are, beside them. */
    private void bands(CanvasRenderingContext2D g, LabReport.MatrixPicture of, double width) {
        g.setFont("12px ui-sans-serif, system-ui, sans-serif");
        g.setTextBaseline("middle");
        g.setFillStyle(theme.soft());
        for (ModelParts.Band band : ModelParts.bands(of.name(), of.seenRows())) {
            double top = band.first() * cellHeight;
            double height = (band.end() - band.first()) * cellHeight;
            g.fillRect(width + 4, top + 1, 2, height - 2);
            g.fillText(band.name(), width + 11, top + height / 2);
        }
    }

    @Override
    public void at(int x, int y) {
        point((int) (y / cellHeight), (int) (x / cellWidth));
    }

    @Override
    public void move(int right, int down) {
        point(row < 0 ? 0 : row + down, row < 0 ? 0 : column + right);
    }

    @Override
    public void leave() {
        row = -1;
        Dom.text(readout, HINT);
        slot.ask();
    }

    private void point(int toRow, int toColumn) {
        LabReport.MatrixPicture of = matrix;
        if (of != null && toRow >= 0 && toRow < of.seenRows() && toColumn >= 0 && toColumn < of.seenColumns()) {
            row = toRow;
            column = toColumn;
            slot.ask();
        }
    }

    private void readOut() {
        LabReport.MatrixPicture of = matrix;
        if (of != null && row >= 0) {
            Bytes shown = scale.ofChanges() ? of.changes() : of.cells();
            int index = row * of.seenColumns() + column;
            double strongest = scale.ofChanges() ? of.changeScale() : of.cellScale();
            Dom.text(
                    readout,
                    index < shown.size()
                            ? ModelText.cell(of, row, column, ModelText.value(shown, strongest, index))
                            : HINT);
        }
    }
}
