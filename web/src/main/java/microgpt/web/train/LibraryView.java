package microgpt.web.train;

import java.util.function.Consumer;
import microgpt.protocol.TrainCommand;
import microgpt.protocol.TrainReport;
import microgpt.web.dom.Dom;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;

/** The saved runs. */
final class LibraryView {
    private final Consumer<TrainCommand> commands;
    private final HTMLElement list = Dom.byId("run-list");
    private final HTMLElement note = Dom.byId("library-note");

    LibraryView(Consumer<TrainCommand> commands) {
        this.commands = commands;
    }

    void show(TrainReport.Ready report) {
        Dom.text(
                note,
                report.storage().isEmpty()
                        ? "This browser keeps no runs: they are lost with the page."
                        : "Runs are kept in this browser (" + report.storage() + ").");
        commands.accept(new TrainCommand.ListRuns());
    }

    void show(TrainReport.Saved report) {
        commands.accept(new TrainCommand.ListRuns());
    }

    void show(TrainReport.Library report) {
        list.setInnerHTML("");
        for (TrainReport.SavedRun run : report.runs()) {
            HTMLElement row = Dom.append(
                    list,
                    "li",
                    "",
                    run.name() + ", step " + Numbers.grouped(run.steps()) + " of " + Numbers.grouped(run.maxSteps())
                            + " ");
            HTMLElement resume = Dom.append(row, "button", "small", "Resume");
            resume.setAttribute("type", "button");
            resume.onClick(
                    event -> commands.accept(new TrainCommand.Resume(run.run(), TrainCommand.Generation.NEWEST)));
        }
    }

    void show(TrainReport.History report) {}

    void show(TrainReport.Exported report) {}

    void show(TrainReport.Imported report) {}

    void show(TrainReport.Damaged report) {}

    void show(TrainReport.Storage report) {}
}
