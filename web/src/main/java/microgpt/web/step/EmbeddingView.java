package microgpt.web.step;

import java.util.ArrayList;
import java.util.List;
import microgpt.numeric.Nullable;
import microgpt.protocol.step.StepReport;
import microgpt.step.PrincipalAxes;
import microgpt.web.dom.Canvas;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Theme;
import microgpt.web.text.Numbers;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLElement;

/** The rows of wte, one for each token, seen along the two axes on which they differ most. */
final class EmbeddingView {
    private static final String TABLE = "wte";
    private static final String VOWELS = "aeiouAEIOU";
    private static final double MARGIN = 18;

    private final Theme theme;
    private final HTMLElement note;
    private final Canvas canvas;
    private final Frames.Slot slot;
    private final Frames.Slot words;
    private Alphabet alphabet = Alphabet.NONE;
    private List<StepReport.Matrix> matrices = List.of();
    private @Nullable StepReport.Weights newest;

    EmbeddingView(Panel root, Frames frames, Theme theme) {
        note = root.part("embedding-note");
        this.theme = theme;
        slot = frames.slot(root.part("embedding"), 250, this::draw);
        words = frames.words(1000, this::describe);
        canvas = new Canvas(root.as("embedding"), slot::ask);
        theme.onChange(slot::ask);
    }

    void clear(Alphabet characters, List<StepReport.Matrix> of) {
        alphabet = characters;
        matrices = of;
        newest = null;
        slot.ask();
        words.ask();
    }

    void show(StepReport.Weights report) {
        newest = report;
        slot.ask();
        words.ask();
    }

    private String along(PrincipalAxes of, int axis) {
        List<Integer> tokens = new ArrayList<>();
        for (int token = 0; token < of.coordinates().length; token++) {
            tokens.add(token);
        }
        tokens.sort((a, b) -> Double.compare(of.coordinates()[a][axis], of.coordinates()[b][axis]));
        return alphabet.all(tokens);
    }

    private @Nullable PrincipalAxes axes() {
        int first = 0;
        for (StepReport.Matrix matrix : matrices) {
            if (newest != null && matrix.name().equals(TABLE) && matrix.columns() > 1) {
                return PrincipalAxes.of(rows(newest, first, matrix), 2);
            }
            first += matrix.rows() * matrix.columns();
        }
        return null;
    }

    private static double[][] rows(StepReport.Weights report, int first, StepReport.Matrix matrix) {
        double[][] rows = new double[matrix.rows()][matrix.columns()];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                rows[r][c] = report.values().at(first + r * matrix.columns() + c);
            }
        }
        return rows;
    }

    private void draw() {
        CanvasRenderingContext2D g = canvas.context();
        g.clearRect(0, 0, canvas.width(), canvas.height());
        PrincipalAxes of = canvas.width() == 0 ? null : axes();
        if (of == null) {
            return;
        }
        double farthest = 1e-12;
        for (double[] point : of.coordinates()) {
            farthest = Math.max(farthest, Math.max(Math.abs(point[0]), Math.abs(point[1])));
        }
        double middleX = canvas.width() / 2.0;
        double middleY = canvas.height() / 2.0;
        double scaleX = (middleX - MARGIN) / farthest;
        double scaleY = (middleY - MARGIN) / farthest;
        g.setFillStyle(theme.grid());
        g.fillRect(0, middleY, canvas.width(), 1);
        g.fillRect(middleX, 0, 1, canvas.height());
        g.setFont("15px ui-monospace, Menlo, Consolas, monospace");
        g.setTextAlign("center");
        g.setTextBaseline("middle");
        for (int token = 0; token < of.coordinates().length; token++) {
            double[] point = of.coordinates()[token];
            String label = alphabet.label(token);
            g.setFillStyle(
                    VOWELS.contains(label) ? theme.warm() : token == alphabet.bos() ? theme.ink() : theme.accent());
            g.fillText(label, middleX + point[0] * scaleX, middleY - point[1] * scaleY);
        }
    }

    private void describe() {
        PrincipalAxes of = axes();
        if (of == null) {
            return;
        }
        canvas.element()
                .setAttribute(
                        "aria-label",
                        "Token embeddings, from left to right: " + along(of, 0) + "; from bottom to top: "
                                + along(of, 1));
        Dom.text(
                note,
                "The horizontal axis shows " + Numbers.percent(of.shares()[0]) + " of the variance, the vertical "
                        + Numbers.percent(of.shares()[1]) + ". Vowels are red, the other characters blue.");
    }
}
