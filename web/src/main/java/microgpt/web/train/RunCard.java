package microgpt.web.train;

import java.util.Locale;
import microgpt.protocol.train.TrainCommand.Format;
import microgpt.protocol.train.TrainReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.SiteStorage;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** One saved run in the library, and what can be done with it. */
final class RunCard {
    /** Who does it. */
    interface Listener {
        void resume(TrainReport.SavedRun run);

        void compare(TrainReport.SavedRun run, boolean wanted);

        void rename(TrainReport.SavedRun run);

        void delete(TrainReport.SavedRun run);

        void export(TrainReport.SavedRun run, Format format);
    }

    private final Listener listener;
    private final HTMLElement item = Dom.create("li", "saved-run", "");
    private final HTMLElement name = Dom.append(item, "h3", "", "");
    private final HTMLElement stamp = Dom.append(item, "p", "note", "");
    private final HTMLElement facts = Dom.append(item, "p", "note facts", "");
    private final HTMLElement sample = Dom.append(item, "p", "excerpt", "");
    private final HTMLElement trouble = Dom.append(item, "p", "error", "");
    private final HTMLElement actions = Dom.append(item, "div", "actions", "");
    private final HTMLElement resume;
    private final HTMLInputElement compare;
    private final HTMLInputElement withText;
    private TrainReport.SavedRun run;

    RunCard(TrainReport.SavedRun first, Listener listener) {
        this.listener = listener;
        run = first;
        item.setAttribute("data-testid", "saved-run");
        stamp.setAttribute("data-testid", "saved-stamp");
        resume = button("Resume", "resume", () -> listener.resume(run));
        button("Rename", "rename", () -> listener.rename(run));
        compare = check(actions, "Compare", "compare");
        compare.onEvent("change", event -> listener.compare(run, compare.isChecked()));
        HTMLElement files = Dom.append(actions, "details", "files", "");
        Dom.append(files, "summary", "", "Files").setAttribute("data-testid", "files");
        HTMLElement formats = Dom.append(files, "div", "actions", "");
        file(formats, "Whole run", Format.RUN);
        withText = check(formats, "with my text in it", "with-text");
        file(formats, "Model", Format.MODEL);
        file(formats, "Best model", Format.BEST_MODEL);
        file(formats, "TinyGPT", Format.TINYGPT);
        file(formats, "Losses (CSV)", Format.LOSSES);
        button("Delete", "delete", () -> listener.delete(run));
        show(first);
    }

    private HTMLElement button(String label, String testId, Runnable action) {
        return button(actions, label, testId, action);
    }

    private static HTMLElement button(HTMLElement parent, String label, String testId, Runnable action) {
        HTMLElement button = Dom.append(parent, "button", "small", label);
        button.setAttribute("type", "button");
        button.setAttribute("data-testid", testId);
        button.onClick(event -> action.run());
        return button;
    }

    private static HTMLInputElement check(HTMLElement parent, String label, String testId) {
        HTMLElement around = Dom.append(parent, "label", "check", "");
        HTMLInputElement box = (HTMLInputElement) Dom.append(around, "input", "", "");
        box.setAttribute("type", "checkbox");
        box.setAttribute("data-testid", testId);
        Dom.append(around, "span", "", label);
        return box;
    }

    private void file(HTMLElement parent, String label, Format format) {
        button(parent, label, "export-" + format.name().toLowerCase(Locale.ROOT), () -> {
            boolean text = format == Format.RUN && withText.isChecked();
            listener.export(run, text ? Format.RUN_WITH_TEXT : format);
        });
    }

    /** The run as it is now. */
    void show(TrainReport.SavedRun report) {
        run = report;
        item.setAttribute("data-run", report.run());
        Dom.text(name, report.name());
        showStamp(report.steps(), report.savedAtMillis());
        Dom.text(facts, RunText.facts(report));
        Dom.text(sample, RunText.excerpt(report.sample()));
        sample.setHidden(report.sample().size() == 0);
        Dom.text(trouble, report.trouble());
        trouble.setHidden(report.trouble().isEmpty());
        actions.setAttribute("aria-label", "What to do with " + report.name());
        actions.setAttribute("role", "group");
        Dom.text(resume, report.steps() >= report.maxSteps() ? "Open" : "Resume");
    }

    /** It was saved again. */
    void show(TrainReport.Saved report) {
        showStamp(report.steps(), report.atMillis());
    }

    private void showStamp(long steps, double atMillis) {
        String saved = atMillis > 0 ? ", saved " + SiteStorage.dateTime(atMillis) : "";
        Dom.text(stamp, RunText.progress(steps, run.maxSteps()) + saved);
        stamp.setAttribute("data-steps", Long.toString(steps));
    }

    void untick() {
        compare.setChecked(false);
    }

    /** Whether it is the one that stands above, with buttons of its own. */
    void present(boolean isIt) {
        resume.setHidden(isIt);
        item.setClassName(isIt ? "saved-run present" : "saved-run");
    }

    TrainReport.SavedRun run() {
        return run;
    }

    HTMLElement element() {
        return item;
    }
}
