package microgpt.web.lab;

import java.util.List;
import java.util.Map;
import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.text.Announcement;
import microgpt.web.text.Headline;
import microgpt.web.text.Headline.Mood;
import microgpt.web.text.Numbers;
import microgpt.web.text.RateText;
import microgpt.web.text.RunVerdict;
import microgpt.web.text.Visits;
import org.teavm.jso.browser.Performance;
import org.teavm.jso.dom.html.HTMLElement;

/** The sentence that says what is happening, and the place in the stream. */
final class StatusView {
    private static final LabReport.Gzipped NOT_MEASURED = new LabReport.Gzipped(0, -1, 0);

    private final HTMLElement status;
    private final HTMLElement position;
    private final HTMLElement phaseNow;
    private final HTMLElement rate;
    private final HTMLElement announcer;
    private final Map<String, String> phrases;
    private final Frames.Slot slot;

    private List<LabReport.PhaseMark> phases = List.of();
    private int parameters;
    private long streamBytes = -1;
    private boolean started;
    private boolean typing;
    private boolean running;
    private boolean runsSoon;
    private boolean atEnd;
    private LabReport.Progress progress = InitialProgress.PROGRESS;
    private LabReport.Gzipped gzip = NOT_MEASURED;
    private List<LabReport.PhaseScore> visits = List.of();
    private double firstBits = Double.NaN;
    /** What is told instead of the run's state, and its kind; empty for the run's. */
    private String instead = "";

    private String insteadMood = "";
    private final Announcement announcement = new Announcement();

    /** {@code phrases} says what a phase is, for those who do not know its name. */
    StatusView(Panel root, Frames frames, Map<String, String> phrases) {
        status = root.part("status");
        position = root.part("position");
        phaseNow = root.part("phase-now");
        rate = root.part("rate");
        announcer = root.part("announce");
        this.phrases = phrases;
        slot = frames.words(200, this::draw);
    }

    /** Whether the stream is one that the reader types. */
    void typed(boolean byTheReader) {
        typing = byTheReader;
        slot.ask();
    }

    /** The run, which stands at its beginning, will run by itself. */
    void runsSoon() {
        runsSoon = true;
        slot.ask();
    }

    void show(LabReport.Started report) {
        started = true;
        runsSoon = false;
        parameters = report.parameters();
        streamBytes = report.streamBytes();
        phases = report.phases();
        progress = InitialProgress.PROGRESS;
        gzip = NOT_MEASURED;
        visits = List.of();
        firstBits = Double.NaN;
        atEnd = false;
        slot.ask();
    }

    void show(LabReport.Loading report) {
        streamBytes = report.complete() ? report.streamBytes() : report.expected();
        slot.ask();
    }

    void show(LabReport.Transport report) {
        running = report.running();
        runsSoon &= !running;
        atEnd = report.atEnd();
        slot.ask();
    }

    void show(LabReport.Progress report) {
        if (Double.isNaN(firstBits) && report.position() > 0) {
            firstBits = Math.max(report.whole(), report.fastMax());
        }
        progress = report;
        slot.ask();
    }

    void show(LabReport.Phases report) {
        visits = report.scores();
        slot.ask();
    }

    void show(LabReport.Gzipped report) {
        gzip = report;
        slot.ask();
    }

    /** Tells something else than what the run does, until {@link #showRun}; {@code mood} is its kind. */
    void sayInstead(String newMood, String sentence) {
        insteadMood = newMood;
        instead = sentence;
        slot.ask();
    }

    /** Tells again what the run does. */
    void showRun() {
        sayInstead("", "");
    }

    private void draw() {
        Mood mood = mood();
        String headline = new Headline(
                        mood,
                        parameters,
                        progress.position(),
                        streamBytes,
                        phrase(),
                        progress.fast(),
                        firstBits,
                        progress.whole(),
                        Visits.ofPresent(visits),
                        runVerdict().comparison())
                .sentence();
        String sentence = instead.isEmpty() ? headline : instead;
        Dom.text(status, sentence);
        status.setAttribute("data-mood", instead.isEmpty() ? mood.word() : insteadMood);
        Dom.text(position, "byte " + Numbers.grouped(progress.position()));
        position.setAttribute("data-position", Long.toString(progress.position()));
        Dom.text(phaseNow, phaseName().isEmpty() ? "" : "phase: " + phaseName());
        Dom.text(rate, running ? RateText.of(progress.bytesPerSecond(), streamBytes - progress.position()) : "");
        Dom.text(
                announcer,
                announcement.at(Performance.now(), instead.isEmpty() ? mood + phaseName() : insteadMood, sentence));
        if (announcement.isDue()) {
            slot.ask();
        }
    }

    private RunVerdict runVerdict() {
        return new RunVerdict(progress, gzip.position() == progress.position() ? gzip.bytes() : -1);
    }

    /** How well the run has done so far, in a sentence. */
    String verdict() {
        return runVerdict().sentence();
    }

    private Mood mood() {
        if (!started) {
            return Mood.LOADING;
        }
        if (typing) {
            return Mood.TYPING;
        }
        if (atEnd && progress.position() > 0) {
            return Mood.FINISHED;
        }
        if (progress.position() == 0) {
            return running || runsSoon ? Mood.BEGINNING : Mood.WAITING;
        }
        return running ? Mood.RUNNING : Mood.PAUSED;
    }

    private String phaseName() {
        int phase = progress.phase();
        return phases.size() > 1 && phase >= 0 && phase < phases.size()
                ? phases.get(phase).name()
                : "";
    }

    private String phrase() {
        String name = phaseName();
        return phrases.getOrDefault(name, name);
    }
}
