package microgpt.web.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import microgpt.numeric.Nullable;
import microgpt.protocol.lab.LabReport;
import microgpt.web.chart.CellScale;
import microgpt.web.chart.ModelParts;
import microgpt.web.dom.Canvas;
import microgpt.web.dom.Cells;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.shell.Theme;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.typedarrays.Int8Array;

/** The model as blocks, from the bytes to the prediction, beside the residual stream that runs through it. */
final class ModelDiagram {
    private static final double DRAW_MILLIS = 100;

    private final HTMLElement root;
    private final Theme theme;
    private final Consumer<ModelParts.Part> open;
    private final Frames.Slot slot;
    private final List<PartView> parts = new ArrayList<>();
    private final List<Canvas> stages = new ArrayList<>();
    private @Nullable LabReport.ModelShape built;
    private @Nullable LabReport.ModelPicture newest;
    private CellScale scale = CellScale.NONE;

    ModelDiagram(HTMLElement root, Frames frames, Theme theme, Consumer<ModelParts.Part> open) {
        this.root = root;
        this.theme = theme;
        this.open = open;
        slot = frames.slot(root, DRAW_MILLIS, this::draw);
        theme.onChange(slot::ask);
    }

    void show(LabReport.ModelPicture picture, CellScale by) {
        newest = picture;
        scale = by;
        if (!picture.shape().equals(built)) {
            build(picture.shape());
        }
        slot.ask();
    }

    /** The part of this name is open; empty for none. */
    void mark(String name) {
        for (PartView part : parts) {
            part.mark(name);
        }
    }

    private void build(LabReport.ModelShape shape) {
        built = shape;
        root.clear();
        parts.clear();
        stages.clear();
        HTMLElement layer = root;
        int of = -1;
        for (ModelParts.Row row : ModelParts.of(shape)) {
            if (row.layer() < 0) {
                layer = root;
            } else if (row.layer() != of) {
                layer = Dom.append(root, "div", "model-layer", "");
                Dom.append(layer, "span", "layer-name", "layer " + (row.layer() + 1));
            }
            of = row.layer();
            build(layer, row, shape);
        }
        mark("");
    }

    private void build(HTMLElement layer, ModelParts.Row row, LabReport.ModelShape shape) {
        HTMLElement line = Dom.append(
                layer, "div", "model-row" + (row.stage() == 0 ? " first" : row.stage() < 0 ? " last" : ""), "");
        HTMLElement rail = Dom.append(line, "div", "rail", "");
        rail.setAttribute("aria-hidden", "true");
        HTMLElement body = Dom.append(line, "div", "model-parts", "");
        Dom.append(body, "span", "row-title", row.title());
        HTMLElement flow = Dom.append(body, "div", "flow", "");
        for (ModelParts.Part part : row.parts()) {
            parts.add(new PartView(flow, part, shape, theme, open, slot::ask));
        }
        if (row.stage() >= 0) {
            boolean adds = row.stage() > 0;
            Dom.append(rail, "span", adds ? "plus" : "rail-title", adds ? "+" : "residual stream");
            HTMLCanvasElement strip = (HTMLCanvasElement) Dom.append(rail, "canvas", "strip", "");
            stages.add(new Canvas(strip, slot::ask));
        }
    }

    private void draw() {
        LabReport.ModelPicture picture = newest;
        if (picture == null) {
            return;
        }
        for (PartView part : parts) {
            part.draw(picture, scale);
        }
        LabReport.WindowPicture window = picture.window();
        Int8Array cells = Int8Array.copyFromJavaArray(window.stream().toArray());
        for (int i = 0; i < stages.size(); i++) {
            Canvas canvas = stages.get(i);
            canvas.context().setFillStyle(theme.grid());
            canvas.context().fillRect(0, 0, canvas.width(), canvas.height());
            if (window.streamCells() > 0 && canvas.width() > 0) {
                Cells.signed(
                        canvas.context(),
                        cells,
                        i * window.streamCells(),
                        1,
                        window.streamCells(),
                        1.6,
                        theme.accent(),
                        theme.warm(),
                        0,
                        0,
                        canvas.width(),
                        canvas.height());
            }
        }
    }
}
