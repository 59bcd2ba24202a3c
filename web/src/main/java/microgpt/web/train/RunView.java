package microgpt.web.train;

import java.util.List;
import java.util.function.Consumer;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Fields;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Commands;
import org.teavm.jso.dom.html.HTMLButtonElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Start, run and pause, stop, go on for some steps, and the learning rate. */
final class RunView {
    private static final int USUAL_MORE = 1000;
    private static final int FASTEST = 1;

    private final Commands<TrainCommand> commands;
    private final Runnable onStart;
    private final Consumer<String> complaints;
    private final HTMLButtonElement run;
    private final HTMLElement label;
    private final HTMLButtonElement another;
    private final HTMLButtonElement stop;
    private final HTMLButtonElement goOn;
    private final HTMLInputElement more;
    private final HTMLInputElement rate;
    private final List<HTMLElement> ofARun;
    private String inForce = "";
    private boolean there;
    private boolean running;
    private boolean over;

    /** {@code onStart} begins a run; the present one, if any, stays in the library. {@code complaints} are shown. */
    RunView(Panel root, Commands<TrainCommand> commands, Runnable onStart, Consumer<String> complaints) {
        run = root.as("run");
        label = root.part("run-label");
        another = root.as("start-another");
        stop = root.as("stop");
        goOn = root.as("go-on");
        more = root.as("more-steps");
        rate = root.as("learning-rate");
        ofARun = List.of(stop, another, root.part("going-on"), root.part("tuning"));
        this.commands = commands;
        this.onStart = onStart;
        this.complaints = complaints;
        run.onClick(event -> toggle());
        another.onClick(event -> onStart.run());
        stop.onClick(event -> commands.send(new TrainCommand.Stop()));
        goOn.onClick(event -> goOn((long) Math.max(1, Fields.number(more, USUAL_MORE))));
        rate.onEvent("change", event -> tune());
    }

    /** What the large button does. */
    void toggle() {
        if (run.isDisabled()) {
            return;
        }
        if (!there) {
            onStart.run();
        } else {
            commands.send(running ? new TrainCommand.Pause() : new TrainCommand.Run());
        }
    }

    /** Trains beyond what was planned. */
    void goOn(long steps) {
        commands.send(new TrainCommand.GoOn(steps));
    }

    private void tune() {
        double wanted = Fields.number(rate, -1);
        if (!there) {
            return;
        }
        if (wanted < 0 || wanted > FASTEST) {
            complaints.accept(
                    "A learning rate must be a number from 0 to " + FASTEST + ": it stays at " + inForce + ".");
            rate.setValue(inForce);
            return;
        }
        commands.send(new TrainCommand.SetLearningRate(wanted));
    }

    void show(TrainReport.Ready report) {
        showButtons();
    }

    void show(TrainReport.Transport report) {
        there = !report.run().isEmpty();
        running = report.running();
        over = report.done() || report.settled();
        showButtons();
    }

    void show(TrainReport.Tuned report) {
        inForce = Double.toString(report.learningRate());
        if (Fields.number(rate, -1) != report.learningRate()) {
            rate.setValue(inForce);
        }
    }

    /** The rate that the recipe begins with. */
    void showRate(String learningRate) {
        inForce = learningRate;
        rate.setValue(learningRate);
    }

    private void showButtons() {
        Dom.text(label, !there ? "Start" : running ? "Pause" : "Run");
        run.setClassName(running ? "primary toggle running" : "primary toggle");
        run.setDisabled(there && over && !running);
        for (HTMLElement control : ofARun) {
            control.setHidden(!there);
        }
    }
}
