package microgpt.web.step;

import microgpt.protocol.step.StepCommand;
import microgpt.protocol.step.StepReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Fields;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Commands;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLButtonElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Step forward, run and stop, reset, the number of steps and the learning rate; and how far it has come. */
final class Controls {
    private static final int USUAL_STEPS = 1000;
    private static final double USUAL_RATE = 0.01;

    private final Commands<StepCommand> commands;
    private final HTMLButtonElement forward;
    private final HTMLButtonElement run;
    private final HTMLButtonElement reset;
    private final HTMLSelectElement pace;
    private final HTMLInputElement steps;
    private final HTMLInputElement rate;
    private final HTMLElement documents;
    private final HTMLElement vocabulary;
    private final HTMLElement parameters;
    private final HTMLElement step;
    private boolean running;
    private boolean loaded;

    Controls(Panel root, Commands<StepCommand> commands, Runnable onReset) {
        forward = root.as("forward");
        run = root.as("run");
        reset = root.as("reset");
        pace = root.as("pace");
        steps = root.as("steps");
        rate = root.as("rate");
        documents = root.part("stat-documents");
        vocabulary = root.part("stat-vocabulary");
        parameters = root.part("stat-parameters");
        step = root.part("stat-step");
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
            commands.send(new StepCommand.Forward());
        }
    }

    void toggle() {
        if (running) {
            commands.send(new StepCommand.Stop());
        } else if (!run.isDisabled()) {
            run();
        }
    }

    private void run() {
        commands.send(new StepCommand.Run(Double.parseDouble(pace.getValue())));
    }

    private void tune() {
        if (loaded) {
            commands.send(new StepCommand.Tune(steps(), rate()));
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
        Dom.text(documents, Numbers.grouped(report.documents()));
        Dom.text(vocabulary, Numbers.grouped(report.characters().size() + 1));
        Dom.text(parameters, Numbers.grouped(report.parameters()));
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
