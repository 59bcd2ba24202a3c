package microgpt.web.explore;

import java.util.Locale;
import microgpt.numeric.Nullable;
import microgpt.protocol.lab.LabReport;
import microgpt.web.chart.ByteMap;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Canvas;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.dom.Pointing;
import microgpt.web.shell.Theme;
import microgpt.web.text.ByteClass;
import microgpt.web.text.EmbeddingText;
import microgpt.web.text.Glyphs;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLElement;

/** The map of the bytes' embeddings: a glyph for each, drifting as the model learns. */
final class ByteMapView implements Pointing.Listener {
    private static final String HINT =
            "Point at a byte for its nearest neighbours, or focus the map and use the arrow keys.";
    private static final double MARGIN = 16;
    private static final double REACH_PIXELS = 22;
    private static final int NEIGHBOURS = 5;
    private static final double GLIDE = 0.22;

    private final ByteMap map = new ByteMap();
    private final Theme theme;
    private final HTMLElement note;
    private final HTMLElement readout;
    private final Canvas canvas;
    private final Frames.Slot slot;
    private final Frames.Slot words;
    private final boolean still = Browser.matches("(prefers-reduced-motion: reduce)");
    private @Nullable LabReport.EmbeddingMap newest;
    private int pointed = -1;

    ByteMapView(Panel root, Frames frames, Theme theme) {
        this.theme = theme;
        note = root.part("byte-map-note");
        readout = root.part("byte-map-readout");
        slot = frames.slot(root.part("byte-map"), 30, this::draw);
        words = frames.words(1000, this::describe);
        canvas = new Canvas(root.as("byte-map"), slot::ask);
        Pointing.on(canvas.element(), readout, this);
        Dom.text(readout, HINT);
        legend(root.part("byte-map-legend"));
        theme.onChange(slot::ask);
    }

    private static void legend(HTMLElement list) {
        for (ByteClass each : ByteClass.values()) {
            HTMLElement item = Dom.append(list, "li", each.name().toLowerCase(Locale.ROOT), "");
            Dom.append(item, "i", "", "").setAttribute("aria-hidden", "true");
            Dom.append(item, "span", "", each.plural());
        }
    }

    void show(LabReport.Started started) {
        map.clear();
        newest = null;
        pointed = -1;
        Dom.text(readout, HINT);
        slot.ask();
    }

    void show(LabReport.EmbeddingMap report) {
        newest = report;
        map.show(report);
        slot.ask();
        words.ask();
    }

    private String colour(ByteClass of) {
        return switch (of) {
            case VOWEL -> theme.warm();
            case CONSONANT -> theme.accent();
            case CAPITAL -> theme.counts();
            case DIGIT -> theme.transformer();
            case PUNCTUATION -> theme.shared();
            case SPACE -> theme.cache();
            case OTHER -> theme.order();
        };
    }

    private double x(int value) {
        return canvas.width() / 2.0 + map.x(value) * (canvas.width() / 2.0 - MARGIN);
    }

    private double y(int value) {
        return canvas.height() / 2.0 - map.y(value) * (canvas.height() / 2.0 - MARGIN);
    }

    private void draw() {
        CanvasRenderingContext2D g = canvas.context();
        g.clearRect(0, 0, canvas.width(), canvas.height());
        if (!map.isShown() || canvas.width() == 0) {
            return;
        }
        boolean moving = map.approach(still ? 1 : GLIDE);
        g.setTextAlign("center");
        g.setTextBaseline("middle");
        for (int b = 0; b < ByteMap.BYTES; b++) {
            if (map.seen(b) == 0) {
                faint(g, b);
            }
        }
        neighbours(g);
        for (int b = 0; b < ByteMap.BYTES; b++) {
            if (map.seen(b) > 0) {
                glyph(g, b);
            }
        }
        g.setGlobalAlpha(1);
        if (moving) {
            slot.ask();
        }
    }

    private void faint(CanvasRenderingContext2D g, int value) {
        g.setGlobalAlpha(0.35);
        g.setFillStyle(theme.order());
        g.fillRect(x(value) - 1, y(value) - 1, 2, 2);
    }

    /** A soft disc in the colour of its class beneath each glyph; what occurs more often is larger. */
    private void glyph(CanvasRenderingContext2D g, int value) {
        ByteClass of = ByteClass.of(value);
        double often = Math.min(12, map.seen(value)) / 12.0;
        double radius = 7 + 6 * often;
        g.setFillStyle(colour(of));
        g.setGlobalAlpha(value == pointed ? 0.4 : 0.13);
        g.beginPath();
        if (of == ByteClass.CAPITAL || of == ByteClass.DIGIT) {
            g.rect(x(value) - radius, y(value) - radius, 2 * radius, 2 * radius);
        } else {
            g.arc(x(value), y(value), radius, 0, 2 * Math.PI);
        }
        g.fill();
        g.setGlobalAlpha(0.55 + 0.45 * often);
        g.setFont((value == pointed ? "bold " : "") + (int) (12 + 5 * often)
                + "px ui-monospace, Menlo, Consolas, monospace");
        g.fillText(Glyphs.of(value), x(value), y(value) + 0.5);
    }

    /** Lines to the nearest bytes of the one that is pointed at. */
    private void neighbours(CanvasRenderingContext2D g) {
        if (pointed < 0) {
            return;
        }
        g.setGlobalAlpha(0.7);
        g.setLineWidth(1.5);
        g.setStrokeStyle(theme.soft());
        for (int near : map.neighbours(pointed, NEIGHBOURS)) {
            g.beginPath();
            g.moveTo(x(pointed), y(pointed));
            g.lineTo(x(near), y(near));
            g.stroke();
        }
    }

    @Override
    public void at(int x, int y) {
        double half = canvas.width() / 2.0 - MARGIN;
        double halfHeight = canvas.height() / 2.0 - MARGIN;
        double right = (x - canvas.width() / 2.0) / half;
        double up = (canvas.height() / 2.0 - y) / halfHeight;
        point(map.at(right, up, REACH_PIXELS / half));
    }

    @Override
    public void move(int right, int down) {
        point(pointed < 0 ? map.at(0, 0, 2) : map.beside(pointed, right, -down));
    }

    @Override
    public void leave() {
        point(-1);
    }

    private void point(int value) {
        if (map.isShown()) {
            pointed = value;
            readOut();
            slot.ask();
        }
    }

    private void readOut() {
        if (pointed < 0) {
            Dom.text(readout, HINT);
            return;
        }
        int[] near = map.neighbours(pointed, NEIGHBOURS);
        double[] cosines = new double[near.length];
        for (int i = 0; i < near.length; i++) {
            cosines[i] = map.cosine(pointed, near[i]);
        }
        Dom.text(readout, EmbeddingText.of(pointed, near, cosines));
    }

    private void describe() {
        LabReport.EmbeddingMap of = newest;
        if (of != null) {
            String text = EmbeddingText.of(of, map.share());
            Dom.text(note, text);
            canvas.element().setAttribute("aria-label", "Map of the bytes' embeddings. " + text);
            if (pointed >= 0) {
                readOut();
            }
        }
    }
}
