package microgpt.web.train;

import java.util.HashSet;
import java.util.Set;
import microgpt.config.BatchRecipe;
import microgpt.numeric.Nullable;
import microgpt.protocol.Bytes;
import microgpt.protocol.Limit;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainReport;
import microgpt.web.dom.BlobReading;
import microgpt.web.dom.Dom;
import microgpt.web.dom.FileInput;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Commands;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.file.File;

/** Where files of runs and models come in: by button, or dropped. */
final class ImportView {
    /** Who begins a run of a recipe. */
    interface Starter {
        void start(String name, BatchRecipe recipe);
    }

    private final Commands<TrainCommand> commands;
    private final BlobReading reading = new BlobReading();
    /** The numbers of the commands that bring the file. */
    private final Set<Integer> sent = new HashSet<>();

    private final HTMLElement note;
    private final HTMLElement begin;
    private @Nullable TrainReport.Imported model;

    ImportView(Panel root, Commands<TrainCommand> commands, Starter starter) {
        note = root.part("import-note");
        begin = root.part("import-begin");
        this.commands = commands;
        new FileInput(root.as("run-file"), root.part("run-drop"), this::read);
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
        sent.clear();
        Dom.text(note, "Reading " + chosen.getName() + " …");
        if (BlobReading.size(chosen) > Limit.RUN_FILE.bytes()) {
            complain(
                    chosen,
                    "it has " + Numbers.bytes(BlobReading.size(chosen)) + ", expected at most "
                            + Limit.RUN_FILE.size());
            return;
        }
        reading.begin(
                chosen,
                (piece, last) -> {
                    sent.add(commands.send(new TrainCommand.ImportFile(chosen.getName(), Bytes.of(piece), last)));
                    reading.next();
                },
                why -> complain(chosen, why));
    }

    private void complain(File chosen, String why) {
        Dom.text(note, chosen.getName() + " cannot be read: " + why + ".");
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
        if (sent.contains(report.command())) {
            Dom.text(note, report.message() + ".");
        }
    }

    private static String stem(String fileName) {
        int dot = fileName.indexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
