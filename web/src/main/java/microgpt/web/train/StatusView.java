package microgpt.web.train;

import microgpt.protocol.train.TrainReport;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Header;
import microgpt.web.text.TrainHeadline;
import microgpt.web.text.TrainHeadline.Mood;
import org.teavm.jso.dom.html.HTMLElement;

/** The sentence that says what is happening; aloud only when that is new in kind. And a hint for the first visit. */
final class StatusView {
    private static final String SEEN = "microgpt.train.seen";

    private final LossCurve curve;
    private final HTMLElement status;
    private final HTMLElement announcer;
    private final HTMLElement hint;
    private final Header header;
    private final Frames.Slot words;
    private Mood mood = Mood.LOADING;
    private String announced = "";
    private String text = "";
    private int parameters;
    private long steps;
    private long maxSteps;
    private double order0 = Double.NaN;
    private double order2 = Double.NaN;

    /** {@code curve} has the smoothed loss, and is told of each report first. */
    StatusView(Panel root, Frames frames, Header header, LossCurve curve) {
        status = root.part("status");
        announcer = root.part("announce");
        hint = root.part("hint");
        this.header = header;
        this.curve = curve;
        words = frames.words(200, this::write);
        hint.setHidden(!Browser.remembered(SEEN, "").isEmpty());
    }

    void show(TrainReport.Ready report) {
        header.showBackend(report.backend(), report.why());
        set(Mood.READY);
    }

    /** The size of the model that would be started now. */
    void wouldStart(int newParameters) {
        if (mood == Mood.LOADING || mood == Mood.READY) {
            parameters = newParameters;
            words.ask();
        }
    }

    /** A run is being built. */
    void starting(int newParameters) {
        parameters = newParameters;
        Browser.remember(SEEN, "yes");
        hint.setHidden(true);
        set(Mood.STARTING);
    }

    /** It could not be built. */
    void failed() {
        if (mood == Mood.STARTING) {
            set(Mood.READY);
        }
    }

    void show(TrainReport.Started report) {
        parameters = report.parameters();
        text = "“" + report.text() + "”";
        order0 = report.order0();
        order2 = report.order2();
        words.ask();
    }

    void show(TrainReport.Transport report) {
        steps = report.steps();
        maxSteps = report.maxSteps();
        boolean over = report.done() || report.settled();
        if (report.run().isEmpty()) {
            set(mood == Mood.STARTING ? Mood.STARTING : Mood.READY);
        } else {
            set(report.running() ? Mood.RUNNING : over ? Mood.DONE : Mood.PAUSED);
        }
    }

    void show(TrainReport.Progress report) {
        steps = report.steps();
        words.ask();
    }

    private void set(Mood newMood) {
        mood = newMood;
        status.setAttribute("data-mood", mood.word());
        words.ask();
    }

    private void write() {
        double loss = curve.smoothed();
        Regime regime = Regime.of(loss, order0, order2);
        String learned = Double.isNaN(loss) || Double.isNaN(order0) ? "" : regime.sentence();
        String sentence = new TrainHeadline(mood, parameters, text, steps, maxSteps, loss, learned).sentence();
        Dom.text(status, sentence);
        String kind = mood + (mood == Mood.RUNNING ? regime.label() : "");
        if (!kind.equals(announced)) {
            announced = kind;
            Dom.text(announcer, sentence);
        }
    }
}
