package microgpt.web.lab;

import java.util.function.Consumer;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Dom;
import microgpt.web.text.SpeedScale;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLButtonElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Play and pause, step, reset, and the speed. */
public final class TransportView {
    private final HTMLButtonElement play = Dom.as("play");
    private final HTMLElement playLabel = Dom.byId("play-label");
    private final HTMLButtonElement step = Dom.as("step");
    private final HTMLButtonElement reset = Dom.as("reset");
    private final HTMLInputElement speed = Dom.as("speed");
    private final HTMLElement speedValue = Dom.byId("speed-value");
    private final HTMLElement body = Window.current().getDocument().getBody();
    private final Consumer<LabCommand> commands;
    private boolean ready;
    private boolean running;
    private boolean atEnd;

    /** {@code onReset} begins the present run again. */
    public TransportView(Consumer<LabCommand> commands, Runnable onReset) {
        this.commands = commands;
        play.onClick(event -> toggle());
        step.onClick(event -> step());
        reset.onClick(event -> onReset.run());
        speed.onInput(event -> {
            showSpeed();
            commands.accept(new LabCommand.Speed(stepsPerSecond()));
        });
        showSpeed();
    }

    public void show(LabReport.Started report) {
        ready = true;
        atEnd = false;
        showButtons();
    }

    public void show(LabReport.Transport report) {
        running = report.running();
        atEnd = report.atEnd();
        if (running) {
            body.getClassList().remove("awaiting");
        }
        showButtons();
    }

    /** Makes the Play button large: nothing moves until the reader wants it to. */
    public void awaitReader() {
        body.getClassList().add("awaiting");
    }

    public double stepsPerSecond() {
        return SpeedScale.stepsPerSecond(notch());
    }

    /** What the Play button does. */
    public void toggle() {
        if (!play.isDisabled()) {
            commands.accept(running ? new LabCommand.Pause() : new LabCommand.Run());
        }
    }

    /** What the Step button does. */
    public void step() {
        if (!step.isDisabled()) {
            commands.accept(new LabCommand.Step());
        }
    }

    private int notch() {
        return Integer.parseInt(speed.getValue());
    }

    private void showSpeed() {
        String words = SpeedScale.words(notch());
        Dom.text(speedValue, words);
        speed.setAttribute("aria-valuetext", words);
    }

    private void showButtons() {
        play.setDisabled(!ready || atEnd);
        step.setDisabled(!ready || atEnd);
        reset.setDisabled(!ready);
        boolean moves = running && !atEnd;
        Dom.text(playLabel, moves ? "Pause" : "Play");
        play.setClassName(moves ? "primary running" : "primary");
    }
}
