package microgpt.web.step;

import java.util.function.Consumer;
import microgpt.protocol.step.StepCommand;
import microgpt.protocol.step.StepReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Fields;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLButtonElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Step forward, run and stop, reset, the number of steps and the learning rate; and how far it has come. */
final class Controls {
    private static final int USUAL_STEPS = 1000;
    private static final double USUAL_RATE = 0.01;

    private final Consumer<StepCommand> commands;
    private final HTMLButtonElement forward = Dom.as("forward");
    private final HTMLButtonElement run = Dom.as("run");
    private final HTMLButtonElement reset = Dom.as("reset");
    private final HTMLSelectElement pace = Dom.as("pace");
    private final HTMLInputElement steps = Dom.as("steps");
    private final HTMLInputElement rate = Dom.as("rate");
    private final HTMLElement step = Dom.byId("stat-step");
    private boolean running;
    private boolean loaded;

    Controls(Consumer<StepCommand> commands, Runnable onReset) {
        this.commands = commands;
        forward.onClick(event -> forward());
        run.onClick(event -> toggle());
        reset.onClick(event -> onReset.run());
        pace.onEvent("change", event -> {
            if (running) {
                run();
            }
        });
        steps.onEvent("change", event -> tune());
        rate.onEvent("change", event -> tune());
    }

    void forward() {
        if (!forward.isDisabled()) {
            commands.accept(new StepCommand.Forward());
        }
    }

    void toggle() {
        if (running) {
            commands.accept(new StepCommand.Stop());
        } else if (!run.isDisabled()) {
            run();
        }
    }

    private void run() {
        commands.accept(new StepCommand.Run(Double.parseDouble(pace.getValue())));
    }

    private void tune() {
        if (loaded) {
            commands.accept(new StepCommand.Tune(steps(), rate()));
        }
    }

    /** The steps planned; whatever else is in the field becomes the usual number. */
    int steps() {
        int wanted = (int) Fields.number(steps, USUAL_STEPS);
        if (wanted < 1) {
            wanted = USUAL_STEPS;
        }
        steps.setValue(Integer.toString(wanted));
        return wanted;
    }

    double rate() {
        double wanted = Fields.number(rate, USUAL_RATE);
        if (wanted < 0 || wanted > 100) {
            wanted = USUAL_RATE;
        }
        rate.setValue(Double.toString(wanted));
        return wanted;
    }

    void show(StepReport.Loaded report) {
        loaded = true;
        Dom.text(Dom.byId("stat-documents"), Numbers.grouped(report.documents()));
        Dom.text(
                Dom.byId("stat-vocabulary"), Numbers.grouped(report.characters().size() + 1));
        Dom.text(Dom.byId("stat-parameters"), Numbers.grouped(report.parameters()));
        reset.setDisabled(false);
    }

    void show(StepReport.Running report) {
        running = report.running();
        Dom.text(run, running ? "Stop" : "Run");
        run.setAttribute("aria-pressed", running ? "true" : "false");
        run.setDisabled(!loaded || (report.done() && !running));
        forward.setDisabled(!loaded || report.done());
        showStep(report.steps());
    }

    void showStep(int taken) {
        Dom.text(step, Numbers.grouped(taken) + " / " + Numbers.grouped((long) Fields.number(steps, USUAL_STEPS)));
        step.setAttribute("data-step", Integer.toString(taken));
    }

    boolean isRunning() {
        return running;
    }
}
