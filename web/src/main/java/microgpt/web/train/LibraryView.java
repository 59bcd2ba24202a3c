package microgpt.web.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import microgpt.numeric.Nullable;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainCommand.Format;
import microgpt.protocol.train.TrainCommand.Generation;
import microgpt.protocol.train.TrainReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.dom.SiteStorage;
import microgpt.web.shell.Commands;
import microgpt.web.shell.Theme;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.typedarrays.Int8Array;

/** The saved runs: what there is, and what to do with it. */
final class LibraryView implements RunCard.Listener {
    /** While a run is saved again and again, the list is asked for no more often. */
    private static final double REFRESH_MILLIS = 3000;

    private final Commands<TrainCommand> commands;
    private final Consumer<TrainCommand.Resume> resuming;
    private final HTMLElement list;
    private final HTMLElement none;
    private final HTMLElement note;
    private final HTMLElement storage;
    private final HTMLElement trouble;
    private final HTMLElement troubleText;
    private final HTMLElement previous;
    private final Frames.Slot refresh;
    private final ComparisonView comparison;
    private final ImportView imports;
    private final RunDialogs dialogs;
    private final ResumeOffer interrupted;
    private final Map<String, RunCard> cards = new HashMap<>();
    private final List<String> compared = new ArrayList<>();
    private List<String> order = List.of();
    private String damaged = "";
    private String present = "";
    private boolean persistence;

    /** {@code resuming} loads a saved run and trains on; {@code starter} begins another. */
    LibraryView(
            Panel root,
            Frames frames,
            Theme theme,
            Commands<TrainCommand> commands,
            Consumer<TrainCommand.Resume> resuming,
            ImportView.Starter starter) {
        list = root.part("run-list");
        none = root.part("no-runs");
        note = root.part("library-note");
        storage = root.part("storage-note");
        trouble = root.part("library-trouble");
        troubleText = root.part("library-trouble-text");
        previous = root.part("previous-state");
        this.commands = commands;
        this.resuming = resuming;
        refresh = frames.words(REFRESH_MILLIS, this::refresh);
        comparison = new ComparisonView(root, frames, theme);
        dialogs = new RunDialogs(root, commands);
        imports = new ImportView(root, commands, starter);
        interrupted = new ResumeOffer(root, resuming);
        previous.onClick(event -> {
            trouble.setHidden(true);
            resuming.accept(new TrainCommand.Resume(damaged, Generation.PREVIOUS));
        });
        root.part("library-trouble-close").onClick(event -> trouble.setHidden(true));
    }

    private void refresh() {
        commands.send(new TrainCommand.ListRuns());
        commands.send(new TrainCommand.ShowStorage());
    }

    void show(TrainReport.Ready report) {
        Dom.text(
                note,
                report.storage().isEmpty()
                        ? "This browser keeps no runs: they are lost with the page. Export what must not be lost."
                        : "Kept in this browser (" + report.storage() + "), and nowhere else."
                                + (SiteStorage.hasLocks()
                                        ? ""
                                        : " It cannot keep two tabs apart: have a run open in one tab only."));
        refresh.ask();
    }

    void show(TrainReport.Started report) {
        interrupted.forget();
        trouble.setHidden(true);
    }

    void show(TrainReport.Transport report) {
        interrupted.note(report);
        present = report.run();
        mark();
        if (report.running() && !persistence) {
            persistence = true;
            SiteStorage.persist(refresh::ask);
        }
        refresh.ask();
    }

    /** Shows which run is the present one. */
    private void mark() {
        for (RunCard card : cards.values()) {
            card.present(card.run().run().equals(present));
        }
    }

    void show(TrainReport.Saved report) {
        RunCard card = cards.get(report.run());
        if (card != null) {
            card.show(report);
        }
        refresh.ask();
    }

    void show(TrainReport.Library report) {
        List<String> now = new ArrayList<>();
        for (TrainReport.SavedRun run : report.runs()) {
            now.add(run.run());
            RunCard card = cards.get(run.run());
            if (card == null) {
                cards.put(run.run(), new RunCard(run, this));
            } else {
                card.show(run);
            }
        }
        cards.keySet().retainAll(now);
        mark();
        if (!now.equals(order)) {
            order = now;
            arrange();
        }
        none.setHidden(!now.isEmpty());
        if (compared.retainAll(now)) {
            comparison.hide();
        }
        interrupted.offer(report);
    }

    /** Puts the cards into order: only when it changed, for a card that is moved loses the keyboard's focus. */
    private void arrange() {
        list.setInnerHTML("");
        for (String run : order) {
            RunCard card = cards.get(run);
            if (card != null) {
                list.appendChild(card.element());
            }
        }
    }

    void show(TrainReport.History report) {
        if (compared.size() == 2) {
            comparison.show(report, run(compared.get(0)), run(compared.get(1)));
        }
    }

    private @Nullable TrainReport.SavedRun run(String id) {
        RunCard card = cards.get(id);
        return card == null ? null : card.run();
    }

    void show(TrainReport.Exported report) {
        SiteStorage.download(
                report.fileName(), Int8Array.copyFromJavaArray(report.content().toArray()));
    }

    void show(TrainReport.Imported report) {
        imports.show(report);
        refresh.ask();
    }

    void show(TrainReport.Damaged report) {
        damaged = report.run();
        Dom.text(troubleText, report.file() + " cannot be used: " + report.reason() + ".");
        previous.setHidden(!report.previous());
        trouble.setHidden(false);
        trouble.scrollIntoView();
    }

    void show(TrainReport.Storage report) {
        Dom.text(storage, RunText.storage(report));
    }

    void show(TrainReport.Failed report) {
        imports.show(report);
    }

    @Override
    public void resume(TrainReport.SavedRun run) {
        resuming.accept(new TrainCommand.Resume(run.run(), Generation.NEWEST));
    }

    @Override
    public void compare(TrainReport.SavedRun run, boolean wanted) {
        compared.remove(run.run());
        if (wanted) {
            compared.add(run.run());
        }
        if (compared.size() > 2) {
            RunCard first = cards.get(compared.remove(0));
            if (first != null) {
                first.untick();
            }
        }
        comparison.hide();
        if (compared.size() == 2) {
            for (String id : compared) {
                commands.send(new TrainCommand.ShowHistory(id));
            }
        }
    }

    @Override
    public void rename(TrainReport.SavedRun run) {
        dialogs.rename(run);
    }

    @Override
    public void delete(TrainReport.SavedRun run) {
        dialogs.delete(run);
    }

    @Override
    public void export(TrainReport.SavedRun run, Format format) {
        commands.send(new TrainCommand.ExportFile(run.run(), format));
    }
}
