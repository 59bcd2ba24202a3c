package microgpt.web.step;

import microgpt.protocol.step.StepCommand;
import microgpt.protocol.step.StepReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Commands;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLButtonElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Step forward, run and stop, reset, the number of steps and the learning rate; and how far it has come. */
final class Controls {
    private static final int USUAL_STEPS = 1000;
    private static final double USUAL_RATE = 0.01;
    private static final NumberRule STEPS = new NumberRule("The number of steps", NumberRule.Kind.WHOLE, 1, 1_000_000);
    private static final NumberRule RATE = new NumberRule("The learning rate", NumberRule.Kind.REAL, 0, 1);

    private final Commands<StepCommand> commands;
    private final HTMLButtonElement forward;
    private final HTMLButtonElement run;
    private final HTMLButtonElement reset;
    private final HTMLSelectElement pace;
    private final NumberField steps;
    private final NumberField rate;
    private final HTMLElement documents;
    private final HTMLElement vocabulary;
    private final HTMLElement parameters;
    private final HTMLElement step;
    private final HTMLElement cut;
    private boolean running;
    private int taken;
    private boolean loaded;

    Controls(Panel root, Commands<StepCommand> commands) {
        forward = root.as("forward");
        run = root.as("run");
        reset = root.as("reset");
        pace = root.as("pace");
        steps = new NumberField(root.as("steps"), STEPS, USUAL_STEPS, this::tune);
        rate = new NumberField(root.as("rate"), RATE, USUAL_RATE, this::tune);
        documents = root.part("stat-documents");
        vocabulary = root.part("stat-vocabulary");
        parameters = root.part("stat-parameters");
        step = root.part("stat-step");
        cut = root.part("cut");
        this.commands = commands;
        forward.onClick(event -> forward());
        run.onClick(event -> toggle());
        pace.onEvent("change", event -> {
            if (running) {
                run();
            }
        });
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

    /** The steps planned. */
    int steps() {
        return steps.whole();
    }

    double rate() {
        return rate.value();
    }

    /** Puts a learning rate into its field; it counts from when it is next asked for. */
    void rate(double wanted) {
        rate.set(wanted);
    }

    int taken() {
        return taken;
    }

    void show(StepReport.Loaded report, int context) {
        loaded = true;
        Dom.text(documents, Numbers.grouped(report.documents()));
        Dom.text(vocabulary, Numbers.grouped(report.characters().size() + 1));
        Dom.text(parameters, Numbers.grouped(report.parameters()));
        Dom.text(
                cut,
                report.cutDocuments() == 0
                        ? ""
                        : Numbers.grouped(report.cutDocuments()) + " of the " + Numbers.grouped(report.documents())
                                + " names are longer than " + (context - 1)
                                + " characters: the context ends before them, and"
                                + " of each only the first " + context + " positions are learned.");
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
        this.taken = taken;
        Dom.text(step, Numbers.grouped(taken) + " / " + Numbers.grouped(steps.whole()));
        step.setAttribute("data-step", Integer.toString(taken));
    }

    boolean isRunning() {
        return running;
    }
}
