package microgpt.web.step;

import microgpt.numeric.Nullable;
import microgpt.protocol.Reals;
import microgpt.protocol.step.StepReport;
import microgpt.web.chart.AttentionGrid;
import microgpt.web.dom.Canvas;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Theme;
import microgpt.web.text.Numbers;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.events.MouseEvent;
import org.teavm.jso.dom.html.HTMLElement;

/** The attention of every layer and head, position by position, over the name as far as it has been read. */
final class MapsView {
    private static final double LARGEST_CELL = 28;

    private final Theme theme;
    private final HTMLElement readout;
    private final Canvas canvas;
    private final Frames.Slot slot;
    private final Frames.Slot words;
    private Alphabet alphabet = Alphabet.NONE;
    private AttentionGrid grid = AttentionGrid.NONE;
    private int layers;
    private int heads;
    private int longest;
    private @Nullable StepReport.Seen seen;
    private @Nullable AttentionCell place;

    MapsView(Panel root, Frames frames, Theme theme) {
        readout = root.part("maps-readout");
        this.theme = theme;
        slot = frames.slot(root.part("maps"), 60, this::draw);
        canvas = new Canvas(root.as("maps"), slot::ask);
        words = frames.words(500, this::describe);
        canvas.element().onMouseMove(this::hover);
        ArrowKeys.on(canvas.element(), this::move);
        theme.onChange(slot::ask);
    }

    /** {@code mostPositions} is the length of the longest name that it reads. */
    void clear(Alphabet characters, int layerCount, int headCount, int mostPositions) {
        alphabet = characters;
        longest = mostPositions;
        layers = layerCount;
        heads = headCount;
        seen = null;
        place = null;
        grid = AttentionGrid.NONE;
        slot.ask();
        words.ask();
    }

    void show(StepReport.Seen report) {
        seen = report;
        slot.ask();
        words.ask();
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
        // As high as for the longest name: another size empties a canvas, and a run would never let one be drawn.
        int height = AttentionGrid.fit(layers, heads, longest, canvas.width(), LARGEST_CELL)
                .height();
        if (height != canvas.height()) {
            canvas.element().getStyle().setProperty("height", height + "px");
        }
        for (int layer = 0; layer < layers; layer++) {
            for (int head = 0; head < heads; head++) {
                draw(g, map(of, layer, head), layer, head);
            }
        }
        g.setGlobalAlpha(1);
        outline(g);
        readOut(of);
    }

    private void outline(CanvasRenderingContext2D g) {
        AttentionCell at = place;
        if (at != null && at.isWithin(extent())) {
            g.setStrokeStyle(theme.ink());
            g.setLineWidth(2);
            double cell = grid.cell();
            g.strokeRect(grid.left(at.head()) + at.key() * cell, grid.top(at.layer()) + at.query() * cell, cell, cell);
        }
    }

    private AttentionCell.Extent extent() {
        StepReport.Seen of = seen;
        return new AttentionCell.Extent(
                layers, heads, of == null ? 0 : of.context().size());
    }

    /** What the picture shows, for those who do not see it: where each head looks from the newest position. */
    private void describe() {
        StepReport.Seen of = seen;
        if (of == null) {
            return;
        }
        int last = of.context().size() - 1;
        StringBuilder out = new StringBuilder(
                "Attention, reading " + alphabet.quoted(of.context().get(last)) + " at position " + last);
        for (int layer = 0; layer < layers; layer++) {
            for (int head = 0; head < heads; head++) {
                Reals map = map(of, layer, head);
                int first = last * (last + 1) / 2;
                int most = last;
                for (int key = last - 1; key >= 0; key--) {
                    most = map.at(first + key) > map.at(first + most) ? key : most;
                }
                out.append("; layer ")
                        .append(layer)
                        .append(" head ")
                        .append(head)
                        .append(" gives most, ");
                out.append(Numbers.percent(map.at(first + most)))
                        .append(", to position ")
                        .append(most);
            }
        }
        canvas.element().setAttribute("aria-label", out.append('.').toString());
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
        int[] at = grid.at(event.getOffsetX(), event.getOffsetY());
        if (at.length > 0 && at[3] <= at[2]) {
            place = new AttentionCell(at[0], at[1], at[2], at[3]);
            slot.ask();
        }
    }

    private void move(int right, int down) {
        AttentionCell at = place;
        place = at == null || !at.isWithin(extent()) ? new AttentionCell(0, 0, 0, 0) : at.moved(right, down, extent());
        slot.ask();
    }

    private void readOut(StepReport.Seen of) {
        AttentionCell at = place;
        if (at == null || !at.isWithin(extent())) {
            return;
        }
        double share = map(of, at.layer(), at.head()).at(at.query() * (at.query() + 1) / 2 + at.key());
        Dom.text(
                readout,
                "Layer " + at.layer() + ", head " + at.head() + ": at position " + at.query() + ", reading "
                        + alphabet.quoted(of.context().get(at.query())) + ", it gives " + Numbers.percent(share)
                        + " of its attention to " + alphabet.quoted(of.context().get(at.key())) + " at position "
                        + at.key() + ".");
    }
}
