package microgpt.web.lab;

import microgpt.web.chart.Curves;
import microgpt.web.chart.LiveMarks;
import microgpt.web.dom.ChartJs;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Dragging;
import microgpt.web.dom.Pointing;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The place of the chart that the reader points at or drags across. With the keys: arrows to the sides move the place, up and
 * down go from change to change, plus and minus look closer and farther, Escape looks at all.
 */
final class CurvePointing implements Pointing.Listener, Dragging.Listener {
    /** So close to a change that it is meant. */
    private static final double NEAR_PIXELS = 8;

    private static final double KEY_STEPS = 100;

    private final HTMLElement readout;
    private final String hint;
    private final Curves curves;
    private final LiveMarks changes;
    private final CurvePainter painter;
    private final CurveView view;
    private double pointed = -1;

    CurvePointing(
            HTMLElement canvas,
            HTMLElement readout,
            Curves curves,
            LiveMarks changes,
            CurvePainter painter,
            CurveView view) {
        this.readout = readout;
        hint = readout.getInnerText();
        this.curves = curves;
        this.changes = changes;
        this.painter = painter;
        this.view = view;
        Pointing.on(canvas, readout, this);
        Dragging.on(canvas, this);
        canvas.onEvent("dblclick", event -> view.showAll());
        canvas.onKeyDown(event -> {
            boolean closer = event.getKey().equals("+");
            if (closer || event.getKey().equals("-")) {
                double centre = pointed < 0 ? view.most() : pointed;
                view.zoom().scale(centre, closer ? 0.5 : 2, view.most());
                view.zoomed();
            } else if (event.getKey().equals("Escape")) {
                view.showAll();
            }
        });
    }

    @Override
    public void at(int x, int y) {
        double position = ChartJs.positionAt(view.chart(), x);
        double beside = ChartJs.positionAt(view.chart(), x + NEAR_PIXELS);
        show(position, changes.near(position, beside - position));
    }

    @Override
    public void move(int right, int down) {
        double from = pointed < 0 ? view.most() : pointed;
        if (down != 0) {
            int change = changes.beside(from, down);
            if (change >= 0) {
                show((double) changes.list().get(change).position(), change);
            }
            return;
        }
        double left = view.zoom().left(0);
        double width = view.zoom().right(view.most()) - left;
        double to = Math.max(left, Math.min(left + width, from + right * width / KEY_STEPS));
        show(to, changes.near(to, width / KEY_STEPS / 2));
    }

    @Override
    public void leave() {
        pointed = -1;
        painter.point(-1, -1);
        Dom.text(readout, hint);
        view.redraw();
    }

    private void show(double position, int change) {
        int column = curves.nearest(position);
        if (column >= 0) {
            pointed = position;
            painter.point(position, change);
            Dom.text(
                    readout,
                    change < 0
                            ? CurveText.readout(curves, column)
                            : CurveText.mark(changes.list().get(change), changes.effect(change, curves)));
            view.redraw();
        }
    }

    @Override
    public void over(int from, int to) {
        painter.drag(from, to);
        view.redraw();
    }

    @Override
    public void chosen(int from, int to) {
        painter.drag(-1, -1);
        view.zoom().show(ChartJs.positionAt(view.chart(), from), ChartJs.positionAt(view.chart(), to));
        view.zoomed();
    }

    @Override
    public void cancelled() {
        painter.drag(-1, -1);
        view.redraw();
    }
}
