package microgpt.web.explore;

import java.util.Locale;
import java.util.function.Consumer;
import microgpt.protocol.Bytes;
import microgpt.protocol.lab.LabReport;
import microgpt.web.chart.CellScale;
import microgpt.web.chart.ModelParts;
import microgpt.web.dom.Canvas;
import microgpt.web.dom.Cells;
import microgpt.web.dom.Dom;
import microgpt.web.shell.Theme;
import microgpt.web.text.Glyphs;
import microgpt.web.text.ModelText;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.typedarrays.Int8Array;

/** One part of the model: a small picture of it, with its name; pressed, it opens. */
final class PartView {
    private static final int TOKENS = 14;
    /** Sides, in em. */
    private static final double TOKEN = 0.82;

    private static final double SQUARE = 2.7;
    private static final int HEADS_A_ROW = 4;
    private static final double GAP = 3;
    private static final int LIKELIEST = 3;

    private final ModelParts.Part part;
    private final Theme theme;
    private final HTMLElement element;
    private final HTMLElement caption;
    private final Canvas canvas;

    /** A part that has nothing to open is no button. */
    PartView(
            HTMLElement row,
            ModelParts.Part part,
            LabReport.ModelShape shape,
            Theme theme,
            Consumer<ModelParts.Part> open,
            Runnable onResize) {
        this.part = part;
        this.theme = theme;
        boolean opens = !part.name().isEmpty();
        element = Dom.append(
                row,
                opens ? "button" : "div",
                "model-part " + part.kind().name().toLowerCase(Locale.ROOT),
                "");
        HTMLCanvasElement picture = (HTMLCanvasElement) Dom.append(element, "canvas", "", "");
        picture.setAttribute("aria-hidden", "true");
        caption = Dom.append(element, "span", "caption", part.caption());
        size(picture, shape);
        canvas = new Canvas(picture, onResize);
        if (opens) {
            element.setAttribute("type", "button");
            element.setAttribute("aria-label", part.caption() + ": " + ModelText.meaning(part.name()));
            element.setAttribute("data-name", part.name());
            element.onClick(event -> open.accept(part));
        }
    }

    ModelParts.Part part() {
        return part;
    }

    void mark(String open) {
        if (!part.name().isEmpty()) {
            element.setAttribute("aria-expanded", part.name().equals(open) ? "true" : "false");
        }
    }

    /** In em: the card decides how large that is. */
    private void size(HTMLCanvasElement picture, LabReport.ModelShape shape) {
        double[] size = switch (part.kind()) {
            case TOKENS -> new double[] {TOKENS * TOKEN, 1.6};
            case QKV -> new double[] {3 * SQUARE, SQUARE};
            case ATTENTION -> {
                int columns = Math.min(HEADS_A_ROW, shape.heads());
                int rows = (shape.heads() + columns - 1) / columns;
                yield new double[] {columns * SQUARE, rows * SQUARE};
            }
            case BIAS -> new double[] {3.8, Math.min(SQUARE, Math.max(1, 0.6 * shape.heads()))};
            case PROBABILITIES -> new double[] {TOKENS * TOKEN, SQUARE};
            case MATRIX -> matrixSize(shape);
        };
        picture.getStyle().setProperty("width", size[0] + "em");
        picture.getStyle().setProperty("height", size[1] + "em");
    }

    private double[] matrixSize(LabReport.ModelShape shape) {
        double[] size = ModelParts.size(rows(shape), shape.width());
        boolean lies = part.name().endsWith("down");
        return new double[] {SQUARE * size[lies ? 1 : 0], SQUARE * size[lies ? 0 : 1]};
    }

    private int rows(LabReport.ModelShape shape) {
        if (part.name().endsWith("up") || part.name().endsWith("down")) {
            return shape.mlp();
        }
        return part.layer() < 0 ? shape.inputs() : shape.width();
    }

    void draw(LabReport.ModelPicture picture, CellScale scale) {
        CanvasRenderingContext2D g = canvas.context();
        if (canvas.width() == 0) {
            return;
        }
        g.clearRect(0, 0, canvas.width(), canvas.height());
        switch (part.kind()) {
            case TOKENS -> tokens(g, picture.window());
            case ATTENTION -> attention(g, picture);
            case PROBABILITIES -> probabilities(g, picture.window());
            case MATRIX, QKV, BIAS -> matrix(g, picture, scale);
        }
    }

    private void matrix(CanvasRenderingContext2D g, LabReport.ModelPicture picture, CellScale scale) {
        for (LabReport.MatrixPicture each : picture.matrices()) {
            if (each.name().equals(part.name())) {
                int pieces = part.kind() == ModelParts.Kind.QKV ? 3 : 1;
                heat(g, each, scale, pieces);
            }
        }
    }

    /** Query, key and value stand side by side. */
    private void heat(CanvasRenderingContext2D g, LabReport.MatrixPicture matrix, CellScale scale, int pieces) {
        Bytes shown = scale.ofChanges() ? matrix.changes() : matrix.cells();
        int rows = matrix.seenRows() / pieces;
        double width = (canvas.width() - GAP * (pieces - 1)) / pieces;
        Int8Array cells = Int8Array.copyFromJavaArray(shown.toArray());
        for (int i = 0; i < pieces; i++) {
            double x = i * (width + GAP);
            g.setFillStyle(theme.grid());
            g.fillRect(x, 0, width, canvas.height());
            if (shown.size() > 0) {
                Cells.signed(
                        g,
                        cells,
                        i * rows * matrix.seenColumns(),
                        rows,
                        matrix.seenColumns(),
                        scale.gain(matrix),
                        theme.accent(),
                        theme.warm(),
                        x,
                        0,
                        width,
                        canvas.height());
            }
        }
    }

    private void attention(CanvasRenderingContext2D g, LabReport.ModelPicture picture) {
        int heads = picture.shape().heads();
        int columns = Math.min(HEADS_A_ROW, heads);
        double each = (canvas.width() - GAP * (columns - 1)) / columns;
        LabReport.WindowPicture window = picture.window();
        int side = window.side();
        Int8Array cells = Int8Array.copyFromJavaArray(window.attention().toArray());
        for (int head = 0; head < heads; head++) {
            int row = head / columns;
            double x = (head - row * columns) * (each + GAP);
            double y = row * (each + GAP);
            g.setFillStyle(theme.grid());
            g.fillRect(x, y, each, each);
            if (side > 0) {
                int first = (part.layer() * heads + head) * side * side;
                Cells.shares(g, cells, first, side, side, theme.accent(), x, y, each, each);
            }
        }
    }

    /** The newest bytes of the window, the last of which the prediction follows. */
    private void tokens(CanvasRenderingContext2D g, LabReport.WindowPicture window) {
        int count = Math.min(TOKENS, window.tokens().size());
        double each = (double) canvas.width() / TOKENS;
        g.setTextAlign("center");
        g.setTextBaseline("middle");
        g.setFont((int) Math.min(15, each * 1.2) + "px ui-monospace, Menlo, Consolas, monospace");
        for (int i = 0; i < count; i++) {
            int at = TOKENS - count + i;
            boolean last = i == count - 1;
            g.setFillStyle(last ? theme.accent() : theme.grid());
            g.fillRect(at * each, 0, each - 1, canvas.height());
            g.setFillStyle(last ? theme.card() : theme.ink());
            String glyph = Glyphs.of(window.tokens().get(window.tokens().size() - count + i));
            g.fillText(glyph, (at + 0.5) * each - 0.5, canvas.height() / 2.0 + 0.5, each);
        }
    }

    /** A bar for each byte, in the order of the bytes; the scale is that of square roots, so that small ones show. */
    private void probabilities(CanvasRenderingContext2D g, LabReport.WindowPicture window) {
        int count = window.probabilities().size();
        g.setFillStyle(theme.grid());
        g.fillRect(0, canvas.height() - 1, canvas.width(), 1);
        g.setFillStyle(theme.accent());
        double each = count == 0 ? 1 : (double) canvas.width() / count;
        for (int b = 0; b < count; b++) {
            double height = Math.sqrt(window.probabilities().at(b)) * (canvas.height() - 1);
            if (height > 0.5) {
                g.fillRect(b * each, canvas.height() - 1 - height, Math.max(1.5, each), height);
            }
        }
        Dom.text(caption, count == 0 ? part.caption() : "next: " + ModelText.likeliest(window, LIKELIEST));
    }
}
