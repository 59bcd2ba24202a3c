package microgpt.web.lab;

import java.util.List;
import microgpt.protocol.lab.LabReport;
import microgpt.web.chart.ByteRows;
import microgpt.web.chart.Lines;
import microgpt.web.chart.Palette;
import microgpt.web.chart.RecentBytes;
import microgpt.web.dom.Canvas;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.dom.Pointing;
import microgpt.web.shell.Theme;
import microgpt.web.text.Glyphs;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** The newest bytes of the stream, each on the colour of its surprise, with a cursor where the next one will stand. */
final class StreamView implements Pointing.Listener {
    private static final int CELL = 9;
    private static final int LINE = 20;
    private static final String FAMILY = "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace";
    private static final double DESCRIBE_EVERY_MILLIS = 5000;
    private static final double LEGEND_EVERY_MILLIS = 500;

    private final Theme theme;
    private final Canvas canvas;
    private final Frames.Slot slot;
    private final HTMLElement readout;
    private final HTMLElement swatches;
    private final HTMLElement scale;
    private final HTMLElement best;
    private final HTMLSelectElement colour;
    private final Frames.Slot legend;
    private final Frames.Slot description;
    private boolean showsBest;
    private final RecentBytes ofRun = new RecentBytes(4096);
    private final RecentBytes decoded = new RecentBytes(4096);
    /** The one of the two that is painted. */
    private RecentBytes tail = ofRun;

    private final Lines lines = new Lines();
    private ByteRows rows = ByteRows.NONE;
    private long hovered = -1;
    private final String hint;

    StreamView(Panel root, Frames frames, Theme theme) {
        readout = root.part("stream-readout");
        hint = readout.getInnerText();
        swatches = root.part("surprise-scale");
        scale = root.part("stream-scale");
        best = root.part("stream-best");
        colour = root.as("stream-colour");
        this.theme = theme;
        slot = frames.slot(root.part("stream"), 80, this::draw);
        canvas = new Canvas(root.as("stream"), slot::ask);
        Pointing.on(canvas.element(), readout, this);
        legend = frames.words(LEGEND_EVERY_MILLIS, this::drawLegend);
        description = frames.words(DESCRIBE_EVERY_MILLIS, this::describe);
        colour.onEvent("change", event -> chooseColour());
        chooseColour();
        buildScale();
        theme.onChange(this::buildScale);
    }

    /** Asked once for all bytes: a field of the page answers slowly. */
    private void chooseColour() {
        showsBest = colour.getValue().equals("best");
        scale.setHidden(showsBest);
        best.setHidden(!showsBest);
        slot.ask();
        legend.ask();
    }

    private void drawLegend() {
        if (showsBest && tail.size() > 0) {
            WhoWasRight.describe(best, tail);
        }
    }

    void show(LabReport.Started report) {
        ofRun.clear();
        paint(ofRun);
    }

    /** The bytes before the place where the run stands now are told again. */
    void show(LabReport.Travelled report) {
        ofRun.clear();
        paint(ofRun);
    }

    void show(LabReport.Read report) {
        ofRun.add(report);
        slot.ask();
    }

    /** Paints what comes out of a file, of which nothing is there yet, until the run is shown again. */
    void beginDecoded() {
        decoded.clear();
        paint(decoded);
    }

    void show(LabReport.Decoding report) {
        decoded.add(new LabReport.Read(0, report.position(), report.bytes(), report.bits(), List.of()));
        slot.ask();
    }

    void showRun() {
        paint(ofRun);
    }

    private void paint(RecentBytes bytes) {
        tail = bytes;
        lines.clear();
        hovered = -1;
        best.clear();
        Dom.text(readout, hint);
        slot.ask();
    }

    private void buildScale() {
        swatches.clear();
        for (int bits = 0; bits <= Palette.TOP_BITS; bits++) {
            Dom.append(swatches, "i", "", "")
                    .getStyle()
                    .setProperty("background", theme.palette().colour(Palette.level(bits)));
        }
    }

    private void draw() {
        CanvasRenderingContext2D g = canvas.context();
        g.clearRect(0, 0, canvas.width(), canvas.height());
        int fitting = canvas.height() / LINE;
        rows = ByteRows.NONE;
        if (fitting == 0 || tail.size() == 0) {
            return;
        }
        lines.columns(Math.max(8, canvas.width() / CELL - 1));
        lines.follow(tail);
        rows = new ByteRows(lines.last(fitting), tail);
        for (int row = 0; row < rows.count(); row++) {
            paintSurprise(g, row);
        }
        g.setTextAlign("center");
        g.setTextBaseline("middle");
        g.setFillStyle(theme.palette().ink());
        paintGlyphs(g, false);
        paintGlyphs(g, true);
        paintMarks(g);
        if (showsBest) {
            legend.ask();
        }
        description.ask();
    }

    /** Neighbours of one colour become one rectangle. */
    private void paintSurprise(CanvasRenderingContext2D g, int row) {
        int start = rows.first(row);
        int end = rows.end(row);
        int from = start;
        for (int i = start; i <= end; i++) {
            if (i < end && level(i) == level(from)) {
                continue;
            }
            if (i > from && level(from) > 0) {
                g.setFillStyle(fill(level(from)));
                g.fillRect((from - start) * CELL, row * LINE, (i - from) * CELL, LINE - 1);
            }
            from = i;
        }
    }

    /** One font after the other: setting a font is what costs. */
    private void paintGlyphs(CanvasRenderingContext2D g, boolean hexadecimal) {
        g.setFont((hexadecimal ? "8px " : "15px ") + FAMILY);
        for (int row = 0; row < rows.count(); row++) {
            int start = rows.first(row);
            for (int i = start; i < rows.end(row); i++) {
                int value = tail.value(i);
                if (Glyphs.isHex(value) == hexadecimal) {
                    g.fillText(Glyphs.of(value), (i - start) * CELL + CELL / 2.0, row * LINE + LINE / 2.0);
                }
            }
        }
    }

    private void paintMarks(CanvasRenderingContext2D g) {
        int row = rows.count() - 1;
        g.setFillStyle(theme.accent());
        g.fillRect((rows.end(row) - rows.first(row)) * CELL + 1, row * LINE + 1, 2.5, LINE - 3);
        for (row = 0; row < rows.count() && hovered >= 0; row++) {
            int index = (int) (hovered - tail.position(0));
            if (index >= rows.first(row) && index < rows.end(row)) {
                g.setStrokeStyle(theme.ink());
                g.strokeRect((index - rows.first(row)) * CELL + 0.5, row * LINE + 0.5, CELL - 1, LINE - 2);
            }
        }
    }

    @Override
    public void at(int x, int y) {
        int index = rows.at(Math.floorDiv(y, LINE), Math.floorDiv(x, CELL));
        if (index >= 0) {
            point(index);
        }
    }

    @Override
    public void move(int right, int down) {
        if (rows.count() > 0) {
            point(rows.beside(hovered < 0 ? -1 : (int) (hovered - tail.position(0)), right, down));
        }
    }

    @Override
    public void leave() {
        hovered = -1;
        Dom.text(readout, hint);
        slot.ask();
    }

    private void point(int index) {
        hovered = tail.position(index);
        Dom.text(readout, StreamText.readout(tail, index));
        slot.ask();
    }

    /** Now and then: it is read aloud. */
    private void describe() {
        if (tail.size() > 0) {
            canvas.element().setAttribute("aria-label", StreamText.summary(tail));
        }
    }

    /** What decides the colour of a byte, 0 for none: how surprising it was, or who was most right. */
    private int level(int index) {
        return showsBest ? 1 + tail.mostRight(WhoWasRight.NAMES, index) : Palette.level(tail.bits(index));
    }

    private String fill(int level) {
        return showsBest
                ? WhoWasRight.colour(theme, level - 1) + "66"
                : theme.palette().colour(level);
    }
}
