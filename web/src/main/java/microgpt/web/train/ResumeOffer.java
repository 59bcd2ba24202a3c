package microgpt.web.train;

import java.util.function.Consumer;
import microgpt.protocol.train.RunLock;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainCommand.Generation;
import microgpt.protocol.train.TrainReport;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.dom.SiteStorage;
import org.teavm.jso.dom.html.HTMLElement;

/** The run that was open when the page went away: remembered, and offered when the page is back. */
final class ResumeOffer {
    private static final String KEY = "microgpt.training";

    private final HTMLElement offer;
    private final HTMLElement text;
    private final LeftRun left = remembered();
    private boolean over = !left.isThere();
    private boolean free;
    private boolean asked;
    private String newest = "";
    private LeftRun present = LeftRun.NONE;

    ResumeOffer(Panel root, Consumer<TrainCommand.Resume> resuming) {
        offer = root.part("resume-offer");
        text = root.part("resume-offer-text");
        root.part("resume-offer-yes").onClick(event -> {
            forget();
            resuming.accept(new TrainCommand.Resume(left.run(), Generation.NEWEST));
        });
        root.part("resume-offer-no").onClick(event -> {
            forget();
            eraseIf(left);
        });
    }

    /** Remembers the run that is open, as long as it has steps to make. */
    void note(TrainReport.Transport report) {
        boolean unfinished = !report.run().isEmpty() && !report.done() && !report.settled();
        LeftRun now = unfinished ? new LeftRun(report.run(), !report.running()) : LeftRun.NONE;
        if (now.equals(present)) {
            return;
        }
        if (now.isThere()) {
            Browser.remember(KEY, now.written());
        } else {
            eraseIf(present);
        }
        present = now;
    }

    private static LeftRun remembered() {
        return LeftRun.read(Browser.remembered(KEY, ""));
    }

    /** Another tab may have remembered a run of its own since. */
    private static void eraseIf(LeftRun own) {
        if (remembered().equals(own)) {
            Browser.remember(KEY, "");
        }
    }

    void offer(TrainReport.Library library) {
        if (over) {
            return;
        }
        if (!asked) {
            asked = true;
            SiteStorage.whenFree(RunLock.name(left.run()), () -> {
                free = true;
                show();
            });
        }
        newest = "";
        for (TrainReport.SavedRun run : library.runs()) {
            if (run.run().equals(left.run())) {
                newest = "“" + run.name() + (left.paused() ? "” was paused" : "” was being trained")
                        + " when this page was left: it is safe at "
                        + RunText.progress(run.steps(), run.maxSteps()) + ".";
            }
        }
        show();
    }

    /** A run that another tab has open is not offered, nor one that the other tab has ended. */
    private void show() {
        boolean shown = !over && free && !newest.isEmpty() && remembered().equals(left);
        Dom.text(text, newest);
        offer.setHidden(!shown);
    }

    /** Nothing is offered any more. */
    void forget() {
        over = true;
        offer.setHidden(true);
    }
}
