package microgpt.web.lab;

import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Commands;
import org.teavm.jso.browser.Performance;
import org.teavm.jso.dom.html.HTMLButtonElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Texts that the model writes: those of fixed prompts side by side, and the reader's own, newest first. */
final class SamplesView {
    private static final int KEPT = 12;
    private static final double FIRST_WAIT_MILLIS = 4_000;
    private static final double LONGEST_WAIT_MILLIS = 60_000;

    private final SampleDesk desk;
    private final SampleGrid grid;
    private final HTMLElement list;
    private final HTMLInputElement prompt;
    private final HTMLInputElement temperature;
    private final HTMLInputElement length;
    private final HTMLInputElement topK;
    private final HTMLInputElement topP;
    private final HTMLInputElement seed;
    private final HTMLInputElement auto;
    private final HTMLButtonElement button;
    private double wait = FIRST_WAIT_MILLIS;
    private double sampledAt;
    private long sampledPosition;

    SamplesView(Panel root, Commands<LabCommand> commands) {
        desk = new SampleDesk(commands);
        grid = new SampleGrid(root, desk);
        list = root.part("samples");
        prompt = root.as("sample-prompt");
        temperature = root.as("sample-temperature");
        length = root.as("sample-length");
        topK = root.as("sample-top-k");
        topP = root.as("sample-top-p");
        seed = root.as("sample-seed");
        auto = root.as("sample-auto");
        button = root.as("sample");
        root.part("sample-form").onEvent("submit", event -> {
            event.preventDefault();
            sample();
        });
    }

    /** A new run, of which nothing has been written. */
    void show(LabReport.Started report) {
        desk.clear();
        grid.show(report);
        list.clear();
        wait = FIRST_WAIT_MILLIS;
        sampledAt = Performance.now();
        sampledPosition = 0;
        button.setDisabled(false);
    }

    /** Asks for what the untrained model writes; the answer says by what numbers. */
    SampleRequest begin(StreamChoice stream) {
        return grid.begin(stream);
    }

    void show(LabReport.Loading report) {
        grid.show(report);
    }

    void show(LabReport.Transport report) {
        grid.show(report);
    }

    /** What is due; if the reader wants to, also now and then a sample by itself, ever more rarely. */
    void show(LabReport.Progress report) {
        grid.show(report);
        double now = Performance.now();
        if (auto.isChecked() && desk.isIdle() && report.position() > sampledPosition && now - sampledAt > wait) {
            sampledAt = now;
            sampledPosition = report.position();
            wait = Math.min(LONGEST_WAIT_MILLIS, wait * 1.4);
            sample();
        }
    }

    void show(LabReport.Sampled report) {
        desk.show(report);
    }

    /** Nothing more comes of a sample that could not be written; says whether it was one. */
    boolean show(LabReport.Failed report) {
        return desk.show(report);
    }

    /** What was written last after the first of the fixed prompts, with the prompt; empty if nothing was. */
    String newest() {
        return grid.newest();
    }

    /** Each sample takes the seed that stands in the field, and leaves the next one there. */
    private void sample() {
        HTMLElement item = Dom.create("li", "sample", "");
        list.insertBefore(item, list.getFirstChild());
        while (list.getChildren().getLength() > KEPT) {
            list.removeChild(list.getLastChild());
        }
        long drawnFrom = (long) number(seed, 1, 0, 1e9);
        seed.setValue(Long.toString(Math.min(1_000_000_000, drawnFrom + 1)));
        desk.ask(
                new WrittenSample(item, ", seed " + drawnFrom),
                prompt.getValue(),
                new SampleDesk.Drawing(
                        number(temperature, 0.8, 0, 2),
                        (int) number(topK, 0, 0, 256),
                        number(topP, 1, 0.01, 1),
                        (int) number(length, 160, 1, 2000),
                        drawnFrom));
    }

    private static double number(HTMLInputElement field, double otherwise, double low, double high) {
        try {
            return Math.min(high, Math.max(low, Double.parseDouble(field.getValue())));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
