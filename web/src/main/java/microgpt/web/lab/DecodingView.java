package microgpt.web.lab;

import microgpt.numeric.Nullable;
import microgpt.protocol.Bytes;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.BlobReading;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.dom.SiteStorage;
import microgpt.web.shell.Commands;
import microgpt.web.text.CodeText;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.typedarrays.Int8Array;

/** A coded file that is decoded in front of the reader: in the headline and the painted text, instead of the run's. */
final class DecodingView {
    private static final int NONE = 0;

    private final StatusView status;
    private final StreamView stream;
    private final HTMLElement headline;
    private final HTMLElement painted;
    private final HTMLElement row;
    private final HTMLElement hash;
    private final HTMLElement stop;
    private final HTMLElement save;
    private final HTMLElement read;
    private final Commands<LabCommand> commands;
    /** What reports call the file; 0 where none is shown. */
    private int file = NONE;

    private int fileBytes;
    private String name = "";
    private boolean going;
    private @Nullable Bytes text;

    DecodingView(
            Panel root,
            StatusView status,
            StreamView stream,
            Commands<LabCommand> commands,
            SourceView.Listener reader) {
        this.status = status;
        this.stream = stream;
        this.commands = commands;
        headline = root.part("status");
        painted = root.part("stream");
        row = root.part("decoding");
        hash = root.part("decoding-hash");
        stop = root.part("decoding-stop");
        save = root.part("decoding-save");
        read = root.part("decoding-read");
        stop.onClick(event -> commands.send(new LabCommand.StopCoding()));
        save.onClick(event -> SiteStorage.download(CodeText.textName(name), decoded()));
        read.onClick(event -> reader.readText(BlobReading.of(decoded())));
        root.part("decoding-close").onClick(event -> close());
    }

    private Int8Array decoded() {
        return Int8Array.copyFromJavaArray(text == null ? new byte[0] : text.toArray());
    }

    /** Has a file decoded that had this name. */
    void begin(String fileName, Bytes coded) {
        close();
        file = commands.send(new LabCommand.Decode(coded));
        fileBytes = coded.size();
        name = fileName;
        going = true;
        stream.beginDecoded();
        say("decoding", CodeText.decoding(0, 0, fileBytes));
        row.setHidden(false);
        Browser.bringIntoSight(painted);
        Browser.bringIntoSight(headline);
    }

    void show(LabReport.Decoding report) {
        if (report.file() != file) {
            return;
        }
        stream.show(report);
        if (report.ended()) {
            going = false;
            say("stopped", CodeText.stopped(report.position(), report.length(), fileBytes));
        } else {
            say("decoding", CodeText.decoding(report.position(), report.length(), fileBytes));
        }
    }

    void show(LabReport.Decoded report) {
        if (report.file() == file) {
            going = false;
            text = report.text();
            Dom.text(hash, "SHA-256 " + report.sha256());
            say("identical", CodeText.identical(report.text().size(), fileBytes, report.sha256()));
        }
    }

    /** Says whether it was about the file: then the reader is told here. */
    boolean show(LabReport.Failed report) {
        boolean mine = file != NONE && report.command() == file;
        if (mine) {
            going = false;
            say("refused", CodeText.refused(report.message()));
        }
        return mine;
    }

    /** Shows the run again; what is not decoded yet is given up. */
    void close() {
        if (file == NONE) {
            return;
        }
        if (going) {
            commands.send(new LabCommand.StopCoding());
        }
        file = NONE;
        going = false;
        text = null;
        Dom.text(hash, "");
        row.setHidden(true);
        status.showRun();
        stream.showRun();
    }

    private void say(String mood, String sentence) {
        status.sayInstead(mood, sentence);
        stop.setHidden(!going);
        save.setHidden(text == null);
        read.setHidden(text == null || text.size() == 0);
    }
}
