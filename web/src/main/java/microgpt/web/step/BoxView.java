package microgpt.web.step;

import java.util.function.Consumer;
import microgpt.numeric.Nullable;
import microgpt.web.dom.Canvas;
import microgpt.web.dom.Dom;
import microgpt.web.shell.Theme;
import microgpt.web.step.Traversal.Reach;
import microgpt.web.text.Numbers;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/** One box of the network: its name, and its numbers as two strips of coloured cells, values above gradients. */
final class BoxView {
    private static final int VALUES_HEIGHT = 14;
    private static final int GRADIENTS_TOP = 16;
    private static final int GRADIENTS_HEIGHT = 8;

    private final Box box;
    private final Theme theme;
    private final Consumer<String> readout;
    private final HTMLElement element;
    private final HTMLElement side;
    private final @Nullable Canvas canvas;
    private Cells cells = Cells.NONE;
    private Reach reach = Reach.NOTHING;
    /** The cell that is read out, -1 for none. */
    private int cursor = -1;

    private boolean pressedByPointer;

    /** {@code readout} is told the number that is pointed at. */
    BoxView(Box box, HTMLElement parent, Theme theme, Consumer<String> readout) {
        this.box = box;
        this.theme = theme;
        this.readout = readout;
        element = Dom.append(parent, "button", "box", "");
        element.setAttribute("type", "button");
        HTMLElement title = Dom.append(element, "span", "title", "");
        Dom.append(title, "b", "", box.title());
        side = Dom.append(title, "span", "", box.symbol());
        if (box.hasNumbers()) {
            HTMLElement strip = Dom.append(element, "canvas", "", "");
            canvas = new Canvas((HTMLCanvasElement) strip, this::draw);
            strip.onMouseMove(event -> point(at(event.getOffsetX())));
            strip.onEvent("mouseleave", event -> point(-1));
            listenForKeys();
        } else {
            canvas = null;
        }
    }

    /** ArrowKeys read cell after cell, unless a press of the pointer gave the focus: then they go on stepping. */
    private void listenForKeys() {
        element.onMouseDown(event -> pressedByPointer = true);
        element.onBlur(event -> {
            pressedByPointer = false;
            point(-1);
        });
        element.onKeyDown(event -> {
            int right = ArrowKeys.right(event);
            if (right != 0 && !pressedByPointer && cells.size() > 0) {
                ArrowKeys.take(event);
                point(Math.max(0, Math.min(cells.size() - 1, cursor + right)));
            }
        });
    }

    private int at(double x) {
        int width = canvas == null ? 0 : canvas.width();
        return width == 0 ? -1 : Math.max(0, Math.min(cells.size() - 1, (int) (x * cells.size() / width)));
    }

    private void point(int cell) {
        if (cell != cursor) {
            cursor = cell;
            readout.accept(describe());
            draw();
        }
    }

    HTMLElement element() {
        return element;
    }

    /** Shows other numbers, or another part of them; {@code text} stands beside the title. */
    void show(Cells changed, Reach seen, String text) {
        cells = changed;
        reach = seen;
        Dom.text(side, reach == Reach.NOTHING || text.isEmpty() ? box.symbol() : text);
        draw();
        if (cursor >= 0) {
            readout.accept(describe());
        }
    }

    void draw() {
        if (canvas == null || canvas.width() == 0) {
            return;
        }
        CanvasRenderingContext2D g = canvas.context();
        g.clearRect(0, 0, canvas.width(), canvas.height());
        int n = cells.size();
        if (n == 0) {
            return;
        }
        double width = (double) canvas.width() / n;
        double gap = width > 5 ? 1 : 0;
        double largest = cells.largestValue();
        double steepest = cells.largestGradient();
        for (int i = 0; i < n; i++) {
            double value = reach == Reach.NOTHING ? 0 : cells.value(i) / largest;
            double gradient = reach == Reach.GRADIENTS ? cells.gradient(i) / steepest : 0;
            cell(g, i * width, 0, width - gap, VALUES_HEIGHT, value);
            cell(g, i * width, GRADIENTS_TOP, width - gap, GRADIENTS_HEIGHT, gradient);
        }
        g.setGlobalAlpha(1);
        if (cursor >= 0 && cursor < n) {
            g.setStrokeStyle(theme.ink());
            g.setLineWidth(2);
            g.strokeRect(cursor * width, 1, width - gap, GRADIENTS_TOP + GRADIENTS_HEIGHT - 2);
        }
    }

    private void cell(CanvasRenderingContext2D g, double x, double y, double width, double height, double share) {
        g.setGlobalAlpha(1);
        g.setFillStyle(theme.grid());
        g.fillRect(x, y, width, height);
        if (Math.abs(share) > 0) { // not for a share of nothing, which is not a number
            g.setGlobalAlpha(Math.min(1, Math.abs(share)));
            g.setFillStyle(share > 0 ? theme.accent() : theme.warm());
            g.fillRect(x, y, width, height);
        }
    }

    private String describe() {
        if (cursor < 0 || cursor >= cells.size() || reach == Reach.NOTHING) {
            return "";
        }
        String gradient = reach == Reach.GRADIENTS ? ", gradient " + Numbers.significant(cells.gradient(cursor)) : "";
        return box.title() + " [" + cursor + "] = " + Numbers.significant(cells.value(cursor)) + gradient;
    }
}
