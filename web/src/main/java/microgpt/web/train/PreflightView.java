package microgpt.web.train;

import microgpt.config.BatchRecipe;
import microgpt.engine.BatchConfig;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainReport;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Commands;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLButtonElement;
import org.teavm.jso.dom.html.HTMLElement;

/** What a run would need, asked before it starts: it starts from here, or does not. */
final class PreflightView {
    private static final String[] FIGURES = {
        "parameters", "text", "per-parameter", "memory", "saved", "step", "time", "reading"
    };

    private final Panel root;
    private final Commands<TrainCommand> commands;
    private final HTMLElement dialog;
    private final HTMLElement judgement;
    private final HTMLElement trouble;
    private final HTMLButtonElement start;
    private final HTMLButtonElement change;
    private Runnable onStart = () -> {};
    private String text = "";
    private long textBytes;
    private long bytesPerStep;
    private int asked;

    PreflightView(Panel root, Commands<TrainCommand> commands) {
        this.root = root;
        dialog = root.part("preflight");
        judgement = root.part("preflight-judgement");
        trouble = root.part("preflight-trouble");
        start = root.as("preflight-start");
        change = root.as("preflight-change");
        this.commands = commands;
        start.onClick(event -> {
            close();
            onStart.run();
        });
        change.onClick(event -> close());
    }

    /** The text that a run would train on. */
    void show(TrainReport.Text report) {
        text = report.name();
        textBytes = report.bytes();
    }

    /** Asks the worker what {@code recipe} needs, and the reader whether to start it. */
    void ask(BatchRecipe recipe, Runnable then) {
        onStart = then;
        BatchConfig batches = recipe.batches();
        bytesPerStep = (long) batches.batchSize() * batches.model().contextLength();
        for (String figure : FIGURES) {
            put(figure, "…");
        }
        put("text", "“" + text + "”, " + Numbers.bytes(textBytes));
        Dom.text(judgement, "Measuring how fast this machine is …");
        Dom.text(trouble, "");
        start.setDisabled(true);
        if (!Browser.isOpen(dialog)) {
            Browser.showModal(dialog);
        }
        asked = commands.send(new TrainCommand.Estimate(recipe.modelJson(), recipe.trainingJson()));
    }

    void show(TrainReport.Estimated report) {
        if (report.command() != asked) {
            return; // of another recipe
        }
        EstimateText words = new EstimateText(report, textBytes, bytesPerStep);
        put("parameters", words.parameters(), report.parameters());
        put("per-parameter", words.perParameter(), report.bytesPerParameter());
        put("memory", words.memory(), report.memoryBytes());
        put("saved", words.saved(), report.savedBytes());
        put("step", words.step());
        put("time", words.time());
        put("reading", words.reading());
        Dom.text(judgement, words.judgement());
        Dom.text(trouble, report.trouble().isEmpty() ? "" : "It cannot be started: " + report.trouble() + ".");
        start.setDisabled(!report.trouble().isEmpty());
        if (Browser.isOpen(dialog)) {
            (start.isDisabled() ? change : start).focus();
        }
    }

    /** There is nothing to decide if it could not be estimated. */
    void show(TrainReport.Failed report) {
        if (report.command() == asked) {
            close();
        }
    }

    void close() {
        if (Browser.isOpen(dialog)) {
            Browser.close(dialog);
        }
    }

    private void put(String figure, String words) {
        Dom.text(root.part("preflight-" + figure), words);
    }

    private void put(String figure, String words, Number exact) {
        put(figure, words);
        root.part("preflight-" + figure).setAttribute("data-value", exact.toString());
    }
}
