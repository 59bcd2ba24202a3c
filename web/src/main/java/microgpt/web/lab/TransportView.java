package microgpt.web.lab;

import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.text.SpeedScale;
import org.teavm.jso.browser.Performance;
import org.teavm.jso.dom.html.HTMLButtonElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Play and pause, step, reset, and the speed. */
final class TransportView {
    private static final double MEASURE_MILLIS = 1500;

    private final HTMLButtonElement play;
    private final HTMLElement playLabel;
    private final HTMLButtonElement step;
    private final HTMLButtonElement reset;
    private final HTMLInputElement speed;
    private final HTMLElement speedValue;
    private final Panel root;
    private final Listener listener;
    /** Bytes a second, 0 while that is not known; looked at now and then, so that it can be read. */
    private double measured;

    private double measuredAt;
    private boolean ready;
    private boolean running;
    private boolean atEnd;

    /** What the reader does here. */
    interface Listener {
        /** Learn until paused or the stream ends. */
        void run();

        void pause();

        /** Pause, and make exactly one step. */
        void step();

        /** Begin the present run again. */
        void reset();

        /** At most this many bytes a second; 0 means as fast as the machine can. */
        void limitSpeed(double bytesPerSecond);
    }

    TransportView(Panel root, Listener listener) {
        this.root = root;
        play = root.as("play");
        playLabel = root.part("play-label");
        step = root.as("step");
        reset = root.as("reset");
        speed = root.as("speed");
        speedValue = root.part("speed-value");
        this.listener = listener;
        play.onClick(event -> toggle());
        step.onClick(event -> step());
        reset.onClick(event -> listener.reset());
        speed.onInput(event -> {
            measured = 0; // at the speed before
            showSpeed();
            listener.limitSpeed(bytesPerSecond());
        });
        showSpeed();
    }

    void show(LabReport.Started report) {
        ready = true;
        atEnd = false;
        measured = 0;
        showSpeed();
        showButtons();
    }

    void show(LabReport.Transport report) {
        running = report.running();
        atEnd = report.atEnd();
        measuredAt = Performance.now();
        if (running) {
            root.root().getClassList().remove("awaiting");
        }
        showButtons();
    }

    /** Makes the Play button large: nothing moves until the reader wants it to. */
    void awaitReader() {
        root.root().getClassList().add("awaiting");
    }

    /** What the machine makes of the speed that is asked for. */
    void show(LabReport.Progress report) {
        double now = Performance.now();
        if (running && now - measuredAt > MEASURE_MILLIS) {
            measuredAt = now;
            measured = report.bytesPerSecond();
            showSpeed();
        }
    }

    double bytesPerSecond() {
        return SpeedScale.bytesPerSecond(notch());
    }

    /** What the Play button does. */
    void toggle() {
        if (!play.isDisabled()) {
            if (running) {
                listener.pause();
            } else {
                listener.run();
            }
        }
    }

    /** What the Step button does. */
    void step() {
        if (!step.isDisabled()) {
            listener.step();
        }
    }

    private int notch() {
        return Integer.parseInt(speed.getValue());
    }

    private void showSpeed() {
        String words = SpeedScale.words(notch(), measured);
        Dom.text(speedValue, words);
        speed.setAttribute("aria-valuetext", words);
    }

    private void showButtons() {
        play.setDisabled(!ready || atEnd);
        step.setDisabled(!ready || atEnd);
        reset.setDisabled(!ready);
        boolean moves = running && !atEnd;
        Dom.text(playLabel, moves ? "Pause" : "Play");
        play.setClassName(moves ? "primary toggle running" : "primary toggle");
    }
}
