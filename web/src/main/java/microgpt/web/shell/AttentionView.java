package microgpt.web.shell;

import microgpt.numeric.Nullable;
import microgpt.protocol.lab.LabReport;
import microgpt.web.chart.AttentionGrid;
import microgpt.web.dom.Canvas;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.dom.Pointing;
import microgpt.web.text.AttentionText;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLElement;

/** The attention of every layer and head over the current window, as small squares. */
public final class AttentionView implements Pointing.Listener {
    /** Of a window that is drawn again and again, as it moves on. */
    private static final double FAINTEST = 0.02;

    private static final double SIDE_OF_WORDS = 95;
    private static final double WORDS_MILLIS = 5000;
    private static final String NOTHING_YET = "Attention of each layer and head over the current window";

    private final Theme theme;
    private final double faintest;
    private final HTMLElement readout;
    private final String hint;
    private final Canvas canvas;
    private final Frames.Slot slot;
    private final Frames.Slot words;
    private @Nullable LabReport.Attention newest;
    private AttentionGrid grid = AttentionGrid.NONE;
    private double pointerX = -1;
    private double pointerY = -1;

    public AttentionView(Panel root, Frames frames, Theme theme) {
        this(root, frames, theme, FAINTEST);
    }

    /** Weights up to {@code faintest} are not drawn. */
    public AttentionView(Panel root, Frames frames, Theme theme, double faintest) {
        readout = root.part("attention-readout");
        hint = readout.getInnerText();
        this.theme = theme;
        this.faintest = faintest;
        slot = frames.slot(root.part("attention"), 300, this::draw);
        words = frames.words(WORDS_MILLIS, this::describe);
        canvas = new Canvas(root.as("attention"), slot::ask);
        Pointing.on(canvas.element(), readout, this);
        theme.onChange(slot::ask);
    }

    /** Told which square was pressed. */
    public interface Pick {
        void head(int layer, int head);
    }

    public void onPick(Pick pick) {
        canvas.element().onClick(event -> {
            int[] at = grid.at(event.getOffsetX(), event.getOffsetY());
            if (at.length > 0) {
                pick.head(at[0], at[1]);
            }
        });
    }

    public void show(LabReport.Started report) {
        newest = null;
        leave();
        words.ask();
    }

    public void show(LabReport.Attention report) {
        newest = report;
        slot.ask();
        words.ask();
    }

    private void draw() {
        CanvasRenderingContext2D g = canvas.context();
        g.clearRect(0, 0, canvas.width(), canvas.height());
        LabReport.Attention attention = newest;
        if (attention == null || canvas.width() == 0) {
            return;
        }
        grid = AttentionGrid.fit(attention.layers(), attention.heads(), attention.positions(), canvas.width());
        if (grid.height() != canvas.height()) {
            canvas.element().getStyle().setProperty("height", grid.height() + "px");
        }
        for (int layer = 0; layer < attention.layers(); layer++) {
            for (int head = 0; head < attention.heads(); head++) {
                drawHead(g, attention, layer, head);
            }
        }
        g.setGlobalAlpha(1);
        drawPlace(g);
        readOut();
    }

    /** A frame around the pair that is read out. */
    private void drawPlace(CanvasRenderingContext2D g) {
        int[] at = grid.at(pointerX, pointerY);
        if (at.length > 0) {
            double cell = grid.cell();
            g.setStrokeStyle(theme.ink());
            g.strokeRect(grid.left(at[1]) + at[3] * cell - 1, grid.top(at[0]) + at[2] * cell - 1, cell + 2, cell + 2);
        }
    }

    private void describe() {
        LabReport.Attention attention = newest;
        canvas.element().setAttribute("aria-label", attention == null ? NOTHING_YET : AttentionText.of(attention));
    }

    private void drawHead(CanvasRenderingContext2D g, LabReport.Attention attention, int layer, int head) {
        double x0 = grid.left(head);
        double y0 = grid.top(layer);
        int positions = attention.positions();
        double cell = grid.cell();
        g.setGlobalAlpha(1);
        g.setFillStyle(theme.soft());
        g.setFont("12px ui-sans-serif, system-ui, sans-serif");
        g.setTextBaseline("bottom");
        String title = (layer + 1) + (grid.side() < SIDE_OF_WORDS ? "." : ", head ") + (head + 1);
        g.fillText(grid.side() < SIDE_OF_WORDS ? title : "layer " + title, x0, y0 - 3);
        g.setFillStyle(theme.grid());
        g.fillRect(x0, y0, positions * cell, positions * cell);
        g.setFillStyle(theme.accent());
        for (int query = 0; query < positions; query++) {
            for (int key = 0; key <= query; key++) {
                float weight = AttentionText.weight(attention, layer, head, query, key);
                if (weight > faintest) {
                    g.setGlobalAlpha(Math.sqrt(weight));
                    g.fillRect(x0 + key * cell, y0 + query * cell, cell, cell);
                }
            }
        }
    }

    @Override
    public void at(int x, int y) {
        pointerX = x;
        pointerY = y;
        readOut();
    }

    /** To the next byte looked back at, or looking back; beyond the edge of a square to the square beside it. */
    @Override
    public void move(int right, int down) {
        LabReport.Attention attention = newest;
        if (attention == null) {
            return;
        }
        int[] at = grid.at(pointerX, pointerY);
        int[] next = at.length == 0 ? new int[] {0, 0, attention.positions() - 1, 0} : grid.beside(at, right, down);
        pointerX = grid.left(next[1]) + (next[3] + 0.5) * grid.cell();
        pointerY = grid.top(next[0]) + (next[2] + 0.5) * grid.cell();
        readOut();
        slot.ask();
    }

    @Override
    public void leave() {
        pointerX = -1;
        pointerY = -1;
        Dom.text(readout, hint);
        slot.ask();
    }

    /** What is under the pointer, which may rest there while the weights move on. */
    private void readOut() {
        LabReport.Attention attention = newest;
        int[] at = grid.at(pointerX, pointerY);
        if (attention != null && at.length > 0 && at[3] <= at[2]) {
            Dom.text(readout, AttentionText.of(attention, at[0], at[1], at[2], at[3]));
        } else {
            Dom.text(readout, hint);
        }
    }
}
