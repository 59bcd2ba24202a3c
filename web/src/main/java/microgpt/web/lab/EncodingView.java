package microgpt.web.lab;

import microgpt.engine.Predictor;
import microgpt.numeric.Nullable;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.dom.SiteStorage;
import microgpt.web.shell.Commands;
import microgpt.web.text.CodeText;
import org.teavm.jso.dom.html.HTMLButtonElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.typedarrays.Int8Array;

/** The button that saves what was read as a coded file, and what became of it. */
final class EncodingView {
    private static final int IDLE = 0;

    private final HTMLButtonElement button;
    private final HTMLElement outcome;
    private final Frames.Slot slot;
    private LabReport.Progress progress = InitialProgress.PROGRESS;
    private @Nullable LabReport.Gzipped gzipped;
    private @Nullable LabReport.Encoding encoding;
    /** The number of the command that is being carried out. */
    private int command = IDLE;

    EncodingView(Panel root, Frames frames, Commands<LabCommand> commands) {
        button = root.as("save-code");
        outcome = root.part("saved-code");
        slot = frames.words(100, this::draw);
        button.onClick(event -> {
            if (command == IDLE) {
                encoding = null;
                command = commands.send(new LabCommand.Encode());
                say("", "");
            } else {
                commands.send(new LabCommand.StopCoding());
            }
        });
    }

    void show(LabReport.Started report) {
        progress = InitialProgress.PROGRESS;
        gzipped = null;
        end("", "");
    }

    void show(LabReport.Progress report) {
        progress = report;
        slot.ask();
    }

    void show(LabReport.Gzipped report) {
        gzipped = report;
    }

    void show(LabReport.Encoding report) {
        encoding = report;
        if (report.ended()) {
            end("", "");
        }
        slot.ask();
    }

    /** Hands the reader the file. */
    void show(LabReport.Encoded report) {
        SiteStorage.download(
                CodeText.fileName(report.length()),
                Int8Array.copyFromJavaArray(report.file().toArray()));
        long gzip = gzipped == null || gzipped.position() != report.length() ? -1 : gzipped.bytes();
        end(CodeText.saved(report.length(), report.file().size(), gzip), "SHA-256 of the text: " + report.sha256());
    }

    /** Says whether it was about the file. */
    boolean show(LabReport.Failed report) {
        boolean mine = command != IDLE && report.command() == command;
        if (mine) {
            end("", "");
        }
        return mine;
    }

    private void end(String words, String title) {
        command = IDLE;
        say(words, title);
    }

    private void say(String words, String title) {
        Dom.text(outcome, words);
        outcome.setTitle(title);
        slot.ask();
    }

    private void draw() {
        if (command != IDLE) {
            Dom.text(
                    button,
                    encoding == null
                            ? CodeText.coding(0, progress.position())
                            : CodeText.coding(encoding.position(), encoding.length()));
            button.setDisabled(false);
            button.setTitle("");
            return;
        }
        boolean nothing = progress.position() == 0;
        boolean mixed = progress.charged().equals(Predictor.MIXTURE.label());
        Dom.text(button, nothing ? "Save these bytes" : CodeText.offer(progress.codeLengthBytes()));
        button.setDisabled(nothing || !mixed);
        button.setTitle(
                nothing
                        ? "Nothing was read yet."
                        : mixed ? "" : "Only the mixture's predictions can be coded: switch the mixture on.");
    }
}
