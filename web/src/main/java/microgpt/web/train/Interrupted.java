package microgpt.web.train;

import java.util.function.Consumer;
import microgpt.protocol.TrainCommand;
import microgpt.protocol.TrainCommand.Generation;
import microgpt.protocol.TrainReport;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import org.teavm.jso.dom.html.HTMLElement;

/** The run that was being trained when the page went away: remembered, and offered when the page is back. */
final class Interrupted {
    private static final String KEY = "microgpt.training";

    private final HTMLElement offer = Dom.byId("resume-offer");
    private final HTMLElement text = Dom.byId("resume-offer-text");
    private final String remembered = Browser.remembered(KEY, "");
    private boolean over = remembered.isEmpty();
    private String training = "";

    Interrupted(Consumer<TrainCommand.Resume> resuming) {
        Dom.byId("resume-offer-yes").onClick(event -> {
            forget();
            resuming.accept(new TrainCommand.Resume(remembered, Generation.NEWEST));
        });
        Dom.byId("resume-offer-no").onClick(event -> {
            forget();
            Browser.remember(KEY, "");
        });
    }

    /** Remembers what is being trained, as long as it is. */
    void note(TrainReport.Transport report) {
        String now = report.running() ? report.run() : "";
        if (!now.equals(training)) {
            training = now;
            Browser.remember(KEY, now);
        }
    }

    void offer(TrainReport.Library library) {
        if (over) {
            return;
        }
        for (TrainReport.SavedRun run : library.runs()) {
            if (run.run().equals(remembered)) {
                Dom.text(
                        text,
                        "“" + run.name() + "” was being trained when this page was left: it is safe at "
                                + RunWords.progress(run.steps(), run.maxSteps()) + ".");
                offer.setHidden(false);
            }
        }
    }

    /** Nothing is offered any more. */
    void forget() {
        over = true;
        offer.setHidden(true);
    }
}
