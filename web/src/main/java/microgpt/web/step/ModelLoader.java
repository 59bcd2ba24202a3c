package microgpt.web.step;

import java.util.HashMap;
import java.util.Map;
import microgpt.numeric.Nullable;
import microgpt.protocol.step.StepCommand;
import microgpt.protocol.step.StepReport;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Commands;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;

/** Begins again, with other names and another shape or with the same; asks before many steps are thrown away. */
final class ModelLoader {
    /** What was learned in fewer steps is learned again in seconds. */
    private static final int MANY_STEPS = 100;

    private static final int NONE = -1;

    private final Commands<StepCommand> commands;
    private final DataView data;
    private final Controls controls;
    private final HTMLElement status;
    private final HTMLElement dialog;
    private final HTMLElement question;
    /** What was asked for and has not been built, by the number of its command. */
    private final Map<Integer, StepCommand.Load> pending = new HashMap<>();

    private @Nullable StepCommand.Load loaded;
    /** The number of the latest of these commands. */
    private int asked = NONE;
    /** What the status said before. */
    private String before = "";

    ModelLoader(Panel root, Commands<StepCommand> commands, DataView data, Controls controls) {
        status = root.part("status");
        dialog = root.part("lose-dialog");
        question = root.part("lose-text");
        this.commands = commands;
        this.data = data;
        this.controls = controls;
        root.part("reset").onClick(event -> reset());
        data.onBuild(this::build);
    }

    /** Begins from the names and the shape in the page. */
    void first() {
        send(data.wanted(controls.steps(), controls.rate()));
    }

    /** Begins again from what is in the fields, knowing nothing; not before all of them can be taken. */
    void build() {
        if (data.isTaken()) {
            ask(this::first);
        }
    }

    /** Begins again as the present model began, whatever is in the fields by now. */
    void reset() {
        ask(this::resetUnasked);
    }

    /** The same at another learning rate; what has diverged is nothing to keep. */
    void reset(double learningRate) {
        controls.rate(learningRate);
        resetUnasked();
    }

    private void resetUnasked() {
        if (loaded != null) {
            send(loaded.with(controls.steps(), controls.rate()));
        }
    }

    private void ask(Browser.Action then) {
        if (controls.taken() < MANY_STEPS) {
            then.run();
            return;
        }
        if (dialog.hasAttribute("open")) {
            return;
        }
        Dom.text(
                question,
                "This model has taken " + Numbers.grouped(controls.taken())
                        + " steps. To begin again throws away what it has learned; the same seed, names and rate bring it back,"
                        + " step by step.");
        Browser.ask(dialog, then, () -> {});
    }

    private void send(StepCommand.Load load) {
        if (pending.isEmpty()) {
            before = status.getTextContent();
        }
        Dom.text(status, "Reading the names and drawing the weights …");
        status.setAttribute("data-mood", "loading");
        asked = commands.send(load);
        pending.put(asked, load);
    }

    /** The model that now stands; null if none was asked for. */
    @Nullable StepCommand.Load show(StepReport.Loaded report) {
        if (report.model() == asked) {
            status.setAttribute("data-mood", "ready");
        }
        StepCommand.Load of = pending.remove(report.model());
        loaded = of == null ? loaded : of;
        return of;
    }

    void show(StepReport.Failed report) {
        pending.remove(report.command());
        if (report.command() == asked) {
            Dom.text(status, before);
            status.setAttribute("data-mood", "ready");
        }
    }
}
