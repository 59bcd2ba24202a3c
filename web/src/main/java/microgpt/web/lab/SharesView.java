package microgpt.web.lab;

import microgpt.engine.Predictor;
import microgpt.numeric.DownsampledSeries;
import microgpt.numeric.DownsampledSeries.Keep;
import microgpt.protocol.lab.LabReport;
import microgpt.web.chart.KeptSeries;
import microgpt.web.dom.Canvas;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Theme;
import microgpt.web.text.Numbers;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLElement;

/** Whose inputs make up the mixture's prediction, as an area over bytes read: the transformer below, the counts above. */
final class SharesView {
    private static final int COLUMNS = 800;
    private static final double LEAST_BYTES = 1000;
    private static final String TRANSFORMER = Predictor.TRANSFORMER.label();

    private final Theme theme;
    private final CurveView curves;
    private final HTMLElement figure;
    private final HTMLElement now;
    private final Canvas canvas;
    private final Frames.Slot slot;
    private final KeptSeries kept = new KeptSeries();
    private final DownsampledSeries shares = new DownsampledSeries(COLUMNS, 1, Keep.LAST);

    /** Drawn below the plot of {@code curves}. */
    SharesView(Panel root, Frames frames, Theme theme, CurveView curves) {
        this.theme = theme;
        this.curves = curves;
        figure = root.part("shares-figure");
        now = root.part("shares-now");
        slot = frames.slot(figure, 300, this::draw);
        canvas = new Canvas(root.as("shares"), slot::ask);
        theme.onChange(slot::ask);
    }

    void show(LabReport.Started report) {
        shares.clear();
        kept.clear();
        figure.setHidden(true);
        slot.ask();
    }

    /** The run has left the course {@code from}. */
    void show(LabReport.Travelled report, int from) {
        kept.travel(shares, from, report.course(), report.position());
        slot.ask();
    }

    void show(LabReport.Progress report) {
        for (LabReport.Score score : report.scores()) {
            if (score.predictor().equals(TRANSFORMER) && (shares.size() > 0 || !Double.isNaN(score.share()))) {
                shares.add(report.position(), score.share());
                figure.setHidden(false);
                slot.ask();
            }
        }
    }

    private void draw() {
        CanvasRenderingContext2D g = canvas.context();
        g.clearRect(0, 0, canvas.width(), canvas.height());
        if (shares.size() == 0 || canvas.width() == 0) {
            return;
        }
        int last = shares.size() - 1;
        double left = curves.left();
        if (curves.right() == left) { // the chart is not drawn yet
            slot.ask();
            return;
        }
        double perByte = (curves.right() - left) / Math.max(LEAST_BYTES, curves.most());
        double height = canvas.height();
        for (int i = 0; i <= last; i++) {
            double share = shares.value(0, i);
            if (Double.isNaN(share)) { // nothing was mixed here
                continue;
            }
            double x = Math.floor(left + (i == 0 ? 0 : shares.end(i - 1) * perByte)); // whole pixels: no seams
            double width = Math.ceil(left + shares.end(i) * perByte) - x;
            g.setFillStyle(theme.transformer());
            g.fillRect(x, height - share * height, width, share * height);
            g.setFillStyle(theme.counts());
            g.fillRect(x, 0, width, height - share * height);
        }
        double share = shares.value(0, last);
        Dom.text(
                now,
                Double.isNaN(share)
                        ? "nothing is mixed now"
                        : "transformer " + Numbers.percent(share) + ", counts " + Numbers.percent(1 - share));
    }
}
