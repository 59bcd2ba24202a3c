package microgpt.web.train;

import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainReport;
import microgpt.web.dom.Browser;
import microgpt.web.shell.Commands;

/** Steps that are not saved yet: these are saved when the page goes out of sight, and they let the browser ask before it is left. */
final class Unsaved {
    private long steps;
    private long saved;
    private boolean there;

    Unsaved(Commands<TrainCommand> commands) {
        Browser.onHidden(() -> {
            if (isUnsaved()) {
                commands.send(new TrainCommand.Save());
            }
        });
        Browser.beforeLeaving(this::isUnsaved);
    }

    private boolean isUnsaved() {
        return there && steps > saved;
    }

    void show(TrainReport.Started report) {
        steps = report.losses().made();
        saved = steps;
    }

    void show(TrainReport.Transport report) {
        there = !report.run().isEmpty();
        steps = report.steps();
    }

    void show(TrainReport.Progress report) {
        steps = report.steps();
    }

    void show(TrainReport.Saved report) {
        saved = report.steps();
    }
}
