package microgpt.web.train;

import java.util.function.ToIntFunction;
import microgpt.config.BatchRecipe;
import microgpt.numeric.Nullable;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.FileInput;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.file.File;

/** Where files of runs and models come in: by button, or dropped. */
final class ImportView {
    /** Who begins a run of a recipe. */
    interface Starter {
        void start(String name, BatchRecipe recipe);
    }

    private final ToIntFunction<TrainCommand> commands;
    private final HTMLElement note = Dom.byId("import-note");
    private final HTMLElement begin = Dom.byId("import-begin");
    private @Nullable TrainReport.Imported model;
    private @Nullable Importing importing;

    ImportView(ToIntFunction<TrainCommand> commands, Starter starter) {
        this.commands = commands;
        new FileInput("run-file", "run-drop", this::read);
        begin.onClick(event -> {
            TrainReport.Imported imported = model;
            begin.setHidden(true);
            if (imported != null) {
                String file = imported.fileName();
                starter.start(stem(file), BatchRecipe.parse(imported.model(), file, imported.training(), file));
            }
        });
    }

    private void read(File chosen) {
        begin.setHidden(true);
        Dom.text(note, "Reading " + chosen.getName() + " …");
        importing = new Importing(chosen, commands, reason -> Dom.text(note, reason + "."));
        importing.begin();
    }

    void show(TrainReport.Imported report) {
        boolean isRun = !report.run().isEmpty();
        Dom.text(
                note,
                isRun
                        ? report.fileName() + " is in the library now: resume it there."
                        : report.fileName()
                                + " holds the weights of a model. A run can begin from them, on the text above.");
        model = report;
        begin.setHidden(isRun);
    }

    /** An import may have failed: that is said elsewhere. */
    void show(TrainReport.Failed report) {
        if (importing != null && importing.sent(report.command())) {
            Dom.text(note, report.message() + ".");
        }
    }

    private static String stem(String fileName) {
        int dot = fileName.indexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
