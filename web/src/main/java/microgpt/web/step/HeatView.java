package microgpt.web.step;

import java.util.List;
import java.util.function.IntConsumer;
import microgpt.protocol.step.StepReport;
import microgpt.web.dom.Canvas;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Theme;
import microgpt.web.text.Numbers;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.events.MouseEvent;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** One matrix as a picture, a cell for each weight or its gradient; a cell can be picked. */
final class HeatView {
    private static final double LARGEST_CELL = 18;
    private static final int MOST_HEIGHT = 900;

    private final Theme theme;
    private final HTMLSelectElement which;
    private final HTMLSelectElement what;
    private final HTMLElement readout;
    private final Canvas canvas;
    private final Frames.Slot slot;
    private List<StepReport.Matrix> matrices = List.of();
    private double[] values = {};
    private double[] gradients = {};
    private int row = -1;
    private int column;

    HeatView(Panel root, Frames frames, Theme theme, IntConsumer onPick) {
        which = root.as("heat-matrix");
        what = root.as("heat-what");
        readout = root.part("heat-readout");
        this.theme = theme;
        slot = frames.slot(root.part("heat"), 60, this::draw);
        canvas = new Canvas(root.as("heat"), slot::ask);
        which.onEvent("change", event -> {
            row = -1;
            slot.ask();
        });
        what.onEvent("change", event -> slot.ask());
        canvas.element().onMouseMove(this::hover);
        canvas.element().onClick(event -> pick(onPick));
        canvas.element().onKeyDown(event -> {
            if (event.getKey().equals("Enter")) {
                pick(onPick);
            }
        });
        ArrowKeys.on(canvas.element(), this::move);
        theme.onChange(slot::ask);
    }

    void clear(List<StepReport.Matrix> of) {
        matrices = of;
        which.clear();
        for (int i = 0; i < of.size(); i++) {
            Dom.append(which, "option", "", of.get(i).name()).setAttribute("value", Integer.toString(i));
        }
        values = new double[0];
        row = -1;
        slot.ask();
    }

    void show(StepReport.Weights report) {
        values = report.values().toArray();
        gradients = report.gradients().toArray();
        slot.ask();
    }

    private StepReport.Matrix matrix() {
        return matrices.get(Integer.parseInt(which.getValue()));
    }

    private int first() {
        int first = 0;
        for (int i = 0; i < Integer.parseInt(which.getValue()); i++) {
            first += matrices.get(i).rows() * matrices.get(i).columns();
        }
        return first;
    }

    private double cell() {
        double fitting = (double) canvas.width() / matrix().columns();
        return Math.min(Math.min(LARGEST_CELL, fitting), (double) MOST_HEIGHT / matrix().rows());
    }

    private void draw() {
        CanvasRenderingContext2D g = canvas.context();
        g.clearRect(0, 0, canvas.width(), canvas.height());
        if (values.length == 0 || canvas.width() == 0) {
            return;
        }
        StepReport.Matrix matrix = matrix();
        double cell = cell();
        int height = (int) Math.ceil(cell * matrix.rows());
        if (height != canvas.height()) {
            canvas.element().getStyle().setProperty("height", height + "px");
        }
        double[] shown = what.getValue().equals("gradients") ? gradients : values;
        int first = first();
        int numbers = matrix.rows() * matrix.columns();
        double largest = 0;
        for (int i = 0; i < numbers; i++) {
            largest = Math.max(largest, Math.abs(shown[first + i]));
        }
        g.setFillStyle(theme.grid());
        g.fillRect(0, 0, cell * matrix.columns(), cell * matrix.rows());
        double gap = cell > 6 ? 1 : 0;
        for (int i = 0; i < numbers && largest > 0; i++) {
            double share = shown[first + i] / largest;
            g.setGlobalAlpha(Math.abs(share));
            g.setFillStyle(share > 0 ? theme.accent() : theme.warm());
            int row = i / matrix.columns();
            int column = i % matrix.columns();
            g.fillRect(column * cell, row * cell, cell - gap, cell - gap);
        }
        g.setGlobalAlpha(1);
        if (row >= 0) {
            g.setStrokeStyle(theme.ink());
            g.setLineWidth(2);
            g.strokeRect(column * cell, row * cell, cell - gap, cell - gap);
        }
        canvas.element().setAttribute("aria-label", summary(matrix, largest));
        readOut();
    }

    private String summary(StepReport.Matrix matrix, double largest) {
        return matrix.name() + ", " + matrix.rows() + " rows of " + matrix.columns() + " " + what.getValue()
                + ", the farthest from zero " + Numbers.significant(largest) + " away";
    }

    private int at() {
        return row < 0 || values.length == 0 ? -1 : first() + row * matrix().columns() + column;
    }

    private void pick(IntConsumer onPick) {
        if (at() >= 0) {
            onPick.accept(at());
        }
    }

    private void hover(MouseEvent event) {
        if (values.length > 0) {
            point((int) (event.getOffsetY() / cell()), (int) (event.getOffsetX() / cell()));
        }
    }

    private void move(int right, int down) {
        if (values.length > 0) {
            point(row < 0 ? 0 : row + down, row < 0 ? 0 : column + right);
        }
    }

    /** Cells that are not there are not pointed at. */
    private void point(int toRow, int toColumn) {
        StepReport.Matrix matrix = matrix();
        if (toRow >= 0 && toRow < matrix.rows() && toColumn >= 0 && toColumn < matrix.columns()) {
            row = toRow;
            column = toColumn;
            slot.ask();
        }
    }

    private void readOut() {
        int at = at();
        Dom.text(
                readout,
                at < 0
                        ? "Point at a cell to read it, or focus the picture and use the arrow keys."
                        : WeightIndex.of(matrices, at).name() + " = " + Numbers.significant(values[at]) + ", gradient "
                                + Numbers.significant(gradients[at]) + ". Press it, or Enter, to change it.");
    }
}
