package microgpt.web.step;

import java.util.List;
import java.util.function.IntConsumer;
import microgpt.protocol.StepReport;
import microgpt.web.dom.Canvas;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Theme;
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
    private final HTMLSelectElement which = Dom.as("heat-matrix");
    private final HTMLSelectElement what = Dom.as("heat-what");
    private final HTMLElement readout = Dom.byId("heat-readout");
    private final Canvas canvas;
    private final Frames.Slot slot;
    private List<StepReport.Matrix> matrices = List.of();
    private double[] values = {};
    private double[] gradients = {};

    HeatView(Frames frames, Theme theme, IntConsumer onPick) {
        this.theme = theme;
        slot = frames.slot(Dom.byId("heat"), 250, this::draw);
        canvas = new Canvas(Dom.as("heat"), slot::ask);
        which.onEvent("change", event -> slot.ask());
        what.onEvent("change", event -> slot.ask());
        canvas.element().onMouseMove(this::hover);
        canvas.element().onClick(event -> {
            int at = at(event);
            if (at >= 0) {
                onPick.accept(at);
            }
        });
        theme.onChange(slot::ask);
    }

    void clear(List<StepReport.Matrix> of) {
        matrices = of;
        which.clear();
        for (int i = 0; i < of.size(); i++) {
            Dom.append(which, "option", "", of.get(i).name()).setAttribute("value", Integer.toString(i));
        }
        values = new double[0];
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
        canvas.element().setAttribute("aria-label", summary(matrix, largest));
    }

    private String summary(StepReport.Matrix matrix, double largest) {
        return matrix.name() + ", " + matrix.rows() + " rows of " + matrix.columns() + " " + what.getValue()
                + ", the largest " + Numbers.significant(largest);
    }

    private int at(MouseEvent event) {
        if (values.length == 0) {
            return -1;
        }
        int column = (int) (event.getOffsetX() / cell());
        int row = (int) (event.getOffsetY() / cell());
        boolean inside = column >= 0 && row >= 0 && column < matrix().columns() && row < matrix().rows();
        return inside ? first() + row * matrix().columns() + column : -1;
    }

    private void hover(MouseEvent event) {
        int at = at(event);
        Dom.text(
                readout,
                at < 0
                        ? ""
                        : Spot.of(matrices, at).name() + " = " + Numbers.significant(values[at]) + ", gradient "
                                + Numbers.significant(gradients[at]) + ". Press to change it.");
    }
}
