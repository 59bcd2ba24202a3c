package microgpt.web.train;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import microgpt.numeric.Nullable;
import microgpt.protocol.Bytes;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainReport;
import microgpt.web.dom.BlobReading;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Commands;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.file.Blob;

/** Which text to train on: gets it to the worker, shows how it arrives, and what it is. */
final class SetupView {
    private static final int HASH_SHOWN = 12;
    private static final char NOT_WHOLE = '\uFFFD';

    private final Commands<TrainCommand> commands;
    private final TextFields fields;
    private final BlobReading sending = new BlobReading();
    /** The numbers of the commands that bring the text. */
    private final Set<Integer> sent = new HashSet<>();

    private final HTMLElement loading;
    private final HTMLElement bar;
    private final HTMLElement progress;
    private final HTMLElement error;
    private final HTMLElement note;
    private final HTMLElement preview;
    private @Nullable Runnable whenThere;
    /** What is on its way, and what is there; empty if nothing that was chosen here. */
    private String asked = "";

    private String there = "";
    private int newest;
    private long ownBytes = -1;
    private boolean open;
    private boolean leaves;

    SetupView(Panel root, Commands<TrainCommand> commands, @Nullable BuiltinText begun, Runnable onChange) {
        loading = root.part("text-loading");
        bar = root.part("text-loading-bar");
        progress = root.part("text-loading-text");
        error = root.part("text-error");
        note = root.part("text-note");
        preview = root.part("text-preview");
        this.commands = commands;
        fields = new TextFields(
                root,
                begun,
                () -> {
                    say("");
                    onChange.run();
                },
                file -> load());
        root.part("text-load").onClick(event -> load());
        root.part("text-cancel").onClick(event -> cancel());
    }

    /** The text chosen if it is a built-in one, null if it is the reader's own. */
    @Nullable BuiltinText builtin() {
        return fields.builtin();
    }

    private void load() {
        whenThere = null;
        attempt(() -> begin(fields.choice()));
    }

    /** Gets the text to the worker unless it is there, then does {@code then}; says so if it cannot be had. */
    void provide(Runnable then) {
        attempt(() -> {
            TextChoice choice = fields.choice();
            if (choice.key().equals(there)) {
                then.run();
                return;
            }
            if (!choice.key().equals(asked)) {
                begin(choice);
            }
            whenThere = then;
        });
    }

    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (IllegalArgumentException e) {
            say(e.getMessage() + ".");
        }
    }

    private void begin(TextChoice choice) {
        say("");
        sending.stop();
        asked = choice.key();
        leaves = open;
        there = "";
        Blob blob = choice.blob();
        ownBytes = blob == null ? -1 : BlobReading.size(blob);
        sent.clear();
        newest = send(new TrainCommand.LoadText(choice.source()));
        if (blob != null) {
            sending.begin(
                    blob,
                    (piece, last) -> send(new TrainCommand.Append(Bytes.of(piece), last)),
                    why -> say("The file could not be read: " + why + "."));
        }
    }

    private int send(TrainCommand command) {
        int number = commands.send(command);
        sent.add(number);
        return number;
    }

    /** What was chosen here is no longer wanted: a saved run comes with its own text. */
    void forget() {
        sending.stop();
        whenThere = null;
        asked = "";
        leaves = false;
    }

    void show(TrainReport.Transport report) {
        open = !report.run().isEmpty();
    }

    /** What has arrived stays. */
    private void cancel() {
        whenThere = null;
        if (ownBytes >= 0) {
            sending.stop();
            send(new TrainCommand.Append(Bytes.EMPTY, true));
        } else {
            send(new TrainCommand.CancelLoading());
        }
    }

    /** Whether another text has been asked for meanwhile. */
    boolean isPast(TrainReport.Text report) {
        return report.command() < newest;
    }

    void show(TrainReport.Text report) {
        loading.setHidden(report.complete());
        if (report.complete()) {
            showWhole(report);
        } else {
            sending.next();
            showProgress(report);
        }
    }

    private void showProgress(TrainReport.Text report) {
        long known = ownBytes >= 0 ? ownBytes : report.knownBytes();
        if (known > 0) {
            bar.setAttribute("value", Double.toString(Math.min(1, (double) report.bytes() / known)));
        } else {
            bar.removeAttribute("value");
        }
        Dom.text(
                progress,
                Numbers.bytes(report.bytes()) + (known > 0 ? " of " + Numbers.bytes(known) : "") + " loaded"
                        + (report.waiting().isEmpty() ? "" : "; " + report.waiting()));
        Dom.text(note, "");
        preview.setHidden(true);
    }

    private void showWhole(TrainReport.Text report) {
        there = report.bytes() > 0 ? asked : "";
        asked = "";
        ownBytes = -1;
        String left = leaves ? "The run that was open was saved and left: it is among the saved runs. " : "";
        leaves = false;
        Dom.text(note, report.bytes() == 0 ? left : left + described(report));
        note.setAttribute("title", "SHA-256 " + report.sha256());
        Dom.text(preview, beginning(report.beginning()));
        preview.setHidden(report.bytes() == 0);
        Runnable then = whenThere;
        whenThere = null;
        if (then != null && report.bytes() > 0) {
            then.run();
        }
    }

    private static String described(TrainReport.Text report) {
        String hash = report.sha256()
                .substring(0, Math.min(HASH_SHOWN, report.sha256().length()));
        return "“" + report.name() + "”: " + Numbers.bytes(report.bytes()) + " (" + Numbers.grouped(report.bytes())
                + " bytes), SHA-256 " + hash + "… It begins:";
    }

    /** The last character may have been cut. */
    private static String beginning(Bytes bytes) {
        String text = new String(bytes.toArray(), StandardCharsets.UTF_8);
        int end = text.length();
        while (end > 0 && end > text.length() - 3 && text.charAt(end - 1) == NOT_WHOLE) {
            end--;
        }
        return text.substring(0, end);
    }

    /** What went wrong with the text is said beside where it was asked for; answers whether it was that. */
    boolean show(TrainReport.Failed report) {
        if (!sent.contains(report.command())) {
            return false;
        }
        whenThere = null;
        asked = "";
        loading.setHidden(true);
        String message = String.valueOf(report.message());
        say(Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".");
        return true;
    }

    private void say(String complaint) {
        Dom.text(error, complaint);
    }
}
