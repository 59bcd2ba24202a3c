package microgpt.web.race;

import microgpt.web.chart.ByteRows;
import microgpt.web.chart.Lines;
import microgpt.web.chart.RecentBytes;
import microgpt.web.dom.Canvas;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.dom.Pointing;
import microgpt.web.shell.Theme;
import microgpt.web.text.Glyphs;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The newest bytes, each in the colour of who gave it more probability: with a line below where A was better, with a line above
 * where the other was, so that it is told without colour too.
 */
final class PaintedView implements Pointing.Listener {
    private static final int CELL = 9;
    private static final int LINE = 21;
    private static final String FAMILY = "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace";
    private static final double DESCRIBE_EVERY_MILLIS = 3000;
    /** A byte at which one was better by so many bits is painted as strongly as can be. */
    private static final double STRONG_BITS = 2;

    private static final String[] STRENGTHS = {"24", "44", "70"};

    private final Theme theme;
    private final Canvas canvas;
    private final Frames.Slot slot;
    private final Frames.Slot words;
    private final HTMLElement readout;
    private final String hint;
    private final Lines lines = new Lines();
    private RaceRecord record = new RaceRecord(2);
    private int other = 1;
    private ByteRows rows = ByteRows.NONE;
    private long hovered = -1;

    PaintedView(Panel page, Frames frames, Theme theme) {
        this.theme = theme;
        readout = page.part("text-readout");
        hint = readout.getInnerText();
        slot = frames.slot(page.part("text"), 80, this::draw);
        canvas = new Canvas(page.as("text"), slot::ask);
        words = frames.words(
                DESCRIBE_EVERY_MILLIS,
                () -> canvas.element()
                        .setAttribute("aria-label", RaceText.shares(record.recent(), Lineup.letter(other))));
        Pointing.on(canvas.element(), readout, this);
    }

    void begin(RaceRecord begun) {
        record = begun;
        lines.clear();
        hovered = -1;
        slot.ask();
    }

    void compare(int contender) {
        other = contender;
        slot.ask();
    }

    void ask() {
        slot.ask();
        words.ask();
    }

    private void draw() {
        CanvasRenderingContext2D g = canvas.context();
        g.clearRect(0, 0, canvas.width(), canvas.height());
        RecentBytes recent = record.recent();
        int fitting = canvas.height() / LINE;
        rows = ByteRows.NONE;
        if (fitting == 0 || recent.size() == 0) {
            return;
        }
        lines.columns(Math.max(8, canvas.width() / CELL - 1));
        lines.follow(recent);
        rows = new ByteRows(lines.last(fitting), recent);
        for (int row = 0; row < rows.count(); row++) {
            for (int i = rows.first(row); i < rows.end(row); i++) {
                paint(g, recent, i, (i - rows.first(row)) * CELL, row * LINE);
            }
        }
        g.setTextAlign("center");
        g.setTextBaseline("middle");
        g.setFillStyle(theme.ink());
        glyphs(g, recent, "15px ", 1);
        glyphs(g, recent, "8px ", 2);
    }

    private void paint(CanvasRenderingContext2D g, RecentBytes recent, int index, double x, double y) {
        String letter = Lineup.letter(other);
        int better = RaceText.better(recent, index, letter);
        if (better != 0) {
            String colour = Lane.colour(theme, better < 0 ? 0 : other);
            double gap = Math.abs(recent.bits(letter, index) - recent.bits(index));
            int strength = (int) Math.min(STRENGTHS.length - 1, gap / STRONG_BITS * STRENGTHS.length);
            g.setFillStyle(colour + STRENGTHS[strength]);
            g.fillRect(x, y, CELL, LINE - 1);
            g.setFillStyle(colour);
            g.fillRect(x, better < 0 ? y + LINE - 3 : y, CELL, 2);
        }
        if (recent.position(index) == hovered) {
            g.setStrokeStyle(theme.ink());
            g.strokeRect(x + 0.5, y + 0.5, CELL - 1, LINE - 2);
        }
    }

    /** One font after the other: setting a font is what costs. */
    private void glyphs(CanvasRenderingContext2D g, RecentBytes recent, String size, int digits) {
        g.setFont(size + FAMILY);
        for (int row = 0; row < rows.count(); row++) {
            int start = rows.first(row);
            for (int i = start; i < rows.end(row); i++) {
                String glyph = Glyphs.of(recent.value(i));
                if (glyph.length() == digits) {
                    g.fillText(glyph, (i - start) * CELL + CELL / 2.0, row * LINE + LINE / 2.0);
                }
            }
        }
    }

    @Override
    public void at(int x, int y) {
        int index = rows.at(Math.floorDiv(y, LINE), Math.floorDiv(x, CELL));
        if (index >= 0) {
            point(index);
        }
    }

    @Override
    public void move(int right, int down) {
        if (rows.count() > 0) {
            RecentBytes recent = record.recent();
            point(rows.beside(hovered < 0 ? -1 : (int) (hovered - recent.position(0)), right, down));
        }
    }

    @Override
    public void leave() {
        hovered = -1;
        Dom.text(readout, hint);
        slot.ask();
    }

    private void point(int index) {
        hovered = record.recent().position(index);
        Dom.text(readout, RaceText.readout(record.recent(), index, Lineup.letter(other)));
        slot.ask();
    }
}
