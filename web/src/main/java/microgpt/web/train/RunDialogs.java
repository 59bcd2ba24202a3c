package microgpt.web.train;

import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainReport;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Commands;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** What is asked before a saved run is renamed or deleted. */
final class RunDialogs {
    private final HTMLInputElement newName;
    private final HTMLElement renaming;
    private final HTMLElement deleting;
    private final HTMLElement deleteText;
    private String run = "";

    RunDialogs(Panel root, Commands<TrainCommand> commands) {
        newName = root.as("rename-name");
        renaming = root.part("rename-dialog");
        deleting = root.part("delete-dialog");
        deleteText = root.part("delete-text");
        root.part("rename-yes").onClick(event -> {
            if (!newName.getValue().isBlank()) {
                commands.send(new TrainCommand.Rename(run, newName.getValue().trim()));
            }
        });
        root.part("rename-no").onClick(event -> Browser.close(renaming));
        root.part("delete-yes").onClick(event -> commands.send(new TrainCommand.Delete(run)));
        root.part("delete-no").onClick(event -> Browser.close(deleting));
    }

    void rename(TrainReport.SavedRun of) {
        run = of.run();
        newName.setValue(of.name());
        Browser.showModal(renaming);
        newName.select();
    }

    void delete(TrainReport.SavedRun of) {
        run = of.run();
        Dom.text(deleteText, "“" + of.name() + "”, " + RunText.progress(of.steps(), of.maxSteps()) + ".");
        Browser.showModal(deleting);
    }
}
