package microgpt.web.step;

import microgpt.numeric.Nullable;
import microgpt.protocol.Reals;
import microgpt.protocol.StepReport;
import microgpt.web.chart.AttentionGrid;
import microgpt.web.dom.Canvas;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Theme;
import microgpt.web.text.Numbers;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.events.MouseEvent;
import org.teavm.jso.dom.html.HTMLElement;

/** The attention of every layer and head, position by position, over the name as far as it has been read. */
final class MapsView {
    private static final double LARGEST_CELL = 28;

    private final Theme theme;
    private final HTMLElement readout = Dom.byId("maps-readout");
    private final Canvas canvas;
    private final Frames.Slot slot;
    private Alphabet alphabet = Alphabet.NONE;
    private AttentionGrid grid = AttentionGrid.NONE;
    private int layers;
    private int heads;
    private @Nullable StepReport.Seen seen;

    MapsView(Frames frames, Theme theme) {
        this.theme = theme;
        slot = frames.slot(Dom.byId("maps"), 150, this::draw);
        canvas = new Canvas(Dom.as("maps"), slot::ask);
        canvas.element().onMouseMove(this::hover);
        theme.onChange(slot::ask);
    }

    void clear(Alphabet characters, int layerCount, int headCount) {
        alphabet = characters;
        layers = layerCount;
        heads = headCount;
        seen = null;
        grid = AttentionGrid.NONE;
        slot.ask();
    }

    void show(StepReport.Seen report) {
        seen = report;
        slot.ask();
    }

    private void draw() {
        CanvasRenderingContext2D g = canvas.context();
        g.clearRect(0, 0, canvas.width(), canvas.height());
        StepReport.Seen of = seen;
        if (of == null || canvas.width() == 0) {
            return;
        }
        int positions = of.context().size();
        grid = AttentionGrid.fit(layers, heads, positions, canvas.width(), LARGEST_CELL);
        if (grid.height() != canvas.height()) {
            canvas.element().getStyle().setProperty("height", grid.height() + "px");
        }
        for (int layer = 0; layer < layers; layer++) {
            for (int head = 0; head < heads; head++) {
                draw(g, map(of, layer, head), layer, head);
            }
        }
        g.setGlobalAlpha(1);
        canvas.element()
                .setAttribute(
                        "aria-label",
                        "Attention of " + layers + " layers with " + heads + " heads each over "
                                + alphabet.all(of.context()));
    }

    private void draw(CanvasRenderingContext2D g, Reals map, int layer, int head) {
        double x = grid.left(head);
        double y = grid.top(layer);
        double cell = grid.cell();
        g.setGlobalAlpha(1);
        g.setFillStyle(theme.soft());
        g.setFont("12px ui-sans-serif, system-ui, sans-serif");
        g.setTextBaseline("bottom");
        g.fillText(layer + "." + head, x, y - 3);
        g.setFillStyle(theme.grid());
        g.fillRect(x, y, grid.side(), grid.side());
        g.setFillStyle(theme.accent());
        for (int query = 0; query < grid.positions(); query++) {
            for (int key = 0; key <= query; key++) {
                g.setGlobalAlpha(map.at(query * (query + 1) / 2 + key));
                g.fillRect(x + key * cell, y + query * cell, cell - 1, cell - 1);
            }
        }
    }

    private static Reals map(StepReport.Seen of, int layer, int head) {
        return of.values("blocks." + layer + ".map." + head);
    }

    private void hover(MouseEvent event) {
        StepReport.Seen of = seen;
        int[] at = grid.at(event.getOffsetX(), event.getOffsetY());
        if (of == null || at.length == 0 || at[3] > at[2]) {
            return;
        }
        double share = map(of, at[0], at[1]).at(at[2] * (at[2] + 1) / 2 + at[3]);
        Dom.text(
                readout,
                "Layer " + at[0] + ", head " + at[1] + ": at position " + at[2] + ", reading "
                        + alphabet.quoted(of.context().get(at[2])) + ", it gives "
                        + alphabet.quoted(of.context().get(at[3])) + " at position " + at[3] + " "
                        + Numbers.percent(share) + " of its attention.");
    }
}
