package microgpt.web.lab;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.text.Visits;
import org.teavm.jso.dom.html.HTMLElement;

/** Where a run has ended: what it remembered, and what to do next. */
final class VerdictView {
    /** What a race is about if the reader does not say. */
    private static final String REPLAY = "experience_replay.enabled";

    private final HTMLElement box;
    private final HTMLElement text;
    private final HTMLElement more;
    private final HTMLElement race;
    private final BooleanSupplier readsOwnText;
    private final UnaryOperator<String> raceAgainst;
    private List<LabReport.PhaseScore> visits = List.of();
    private boolean atEnd;
    private long position;

    /**
     * {@code readOn} runs when the reader wants more of the same, {@code readsOwnText} says that there is none; {@code
     * raceAgainst} has the address of a race against another value of a key.
     */
    VerdictView(Panel root, Runnable readOn, BooleanSupplier readsOwnText, UnaryOperator<String> raceAgainst) {
        this.readsOwnText = readsOwnText;
        this.raceAgainst = raceAgainst;
        race = root.part("verdict-race");
        more = root.part("verdict-more");
        more.onClick(event -> readOn.run());
        box = root.part("verdict");
        text = root.part("verdict-text");
        HTMLElement stream = root.part("bar-stream");
        HTMLElement prompt = root.part("sample-prompt");
        root.part("verdict-stream").onClick(event -> show(stream));
        root.part("verdict-talk").onClick(event -> {
            HTMLElement talk = root.root().querySelector("[data-part='talk-field']");
            show(talk != null && Browser.isUnfolded(talk) ? talk : prompt);
        });
        draw();
    }

    /** Brings a field into sight, ready to be used. */
    private static void show(HTMLElement field) {
        Browser.unfold(field);
        field.focus();
    }

    void show(LabReport.Started report) {
        visits = List.of();
        atEnd = false;
        position = 0;
        draw();
    }

    void show(LabReport.Progress report) {
        position = report.position();
    }

    void show(LabReport.Phases report) {
        visits = report.scores();
        draw();
    }

    void show(LabReport.Transport report) {
        atEnd = report.atEnd();
        draw();
    }

    private void draw() {
        boolean over = atEnd && position > 0;
        box.setHidden(!over);
        if (over) {
            more.setHidden(readsOwnText.getAsBoolean());
            race.setAttribute("href", raceAgainst.apply(REPLAY));
            Dom.text(text, Visits.sentence(visits));
        }
    }
}
