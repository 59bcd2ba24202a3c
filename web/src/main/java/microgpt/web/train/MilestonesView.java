package microgpt.web.train;

import microgpt.protocol.train.TrainReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.text.Numbers;
import microgpt.web.train.Milestones.Milestone;
import org.teavm.jso.dom.html.HTMLElement;

/** The milestones of the run as a list, and at its end the verdict with one thing to do next. */
final class MilestonesView {
    private static final double LATE = 0.75;

    private final LossCurve curve;
    private final HTMLElement list;
    private final HTMLElement box;
    private final HTMLElement sentence;
    private final HTMLElement button;
    private final Frames.Slot words;
    private Milestones milestones = new Milestones(Double.NaN, Double.NaN);
    private double order2 = Double.NaN;
    private Verdict verdict = new Verdict(Verdict.Next.SAMPLE, "", 0);
    private boolean over;

    /** What the one button may do. */
    interface Actions {
        void goOn(long steps);

        void sample();

        /** Leads to where another run is set up. */
        void setUp();
    }

    /** {@code curve} has the losses, and is told of each report first. */
    MilestonesView(Panel root, Frames frames, LossCurve curve, Actions actions) {
        list = root.part("milestones");
        box = root.part("verdict");
        sentence = root.part("verdict-text");
        button = root.part("verdict-next");
        this.curve = curve;
        words = frames.words(250, this::write);
        button.onClick(event -> {
            switch (verdict.next()) {
                case GO_ON -> actions.goOn(verdict.moreSteps());
                case SAMPLE -> actions.sample();
                case MORE_TEXT, LARGER, GENTLER -> actions.setUp();
            }
        });
    }

    void show(TrainReport.Started report) {
        milestones = new Milestones(report.order0(), report.order2());
        order2 = report.order2();
        TrainReport.Losses losses = report.losses();
        for (int i = 0; i < losses.validation().size(); i++) {
            milestones.look((long) losses.lookedAt().at(i), losses.validation().at(i));
        }
        words.ask();
    }

    void show(TrainReport.Looked report) {
        milestones.look(report.steps(), report.loss());
        words.ask();
    }

    void show(TrainReport.Transport report) {
        over = !report.run().isEmpty() && !report.running() && (report.done() || report.settled());
        words.ask();
    }

    private void write() {
        list.setInnerHTML("");
        for (Milestone milestone : milestones.all()) {
            HTMLElement row = Dom.append(list, "li", "", "");
            Dom.append(row, "b", "", "step " + Numbers.grouped(milestone.step()));
            Dom.append(row, "span", "", milestone.text());
        }
        box.setHidden(!over);
        if (over) {
            verdict = Verdict.of(outcome());
            Dom.text(sentence, verdict.sentence());
            String more = verdict.moreSteps() == 0 ? "" : " for " + Numbers.grouped(verdict.moreSteps()) + " steps";
            Dom.text(button, verdict.next().label() + more);
        }
    }

    private Verdict.Outcome outcome() {
        double[] looks = curve.looks(1);
        int late = looks.length < 2 ? -1 : curve.nearestLook(LATE * curve.lastStep());
        return new Verdict.Outcome(
                curve.lastStep(),
                curve.smoothed(),
                looks.length == 0 ? Double.NaN : looks[looks.length - 1],
                milestones.best(),
                milestones.bestStep(),
                late < 0 ? Double.NaN : looks[Math.min(late, looks.length - 2)],
                order2);
    }
}
