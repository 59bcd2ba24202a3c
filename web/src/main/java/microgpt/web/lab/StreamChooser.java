package microgpt.web.lab;

import java.util.function.Consumer;
import microgpt.coding.CodeFile;
import microgpt.protocol.Bytes;
import microgpt.protocol.Limit;
import microgpt.web.dom.BlobReading;
import microgpt.web.dom.Browser;
import microgpt.web.shell.Banner;
import microgpt.web.text.Numbers;
import org.teavm.jso.file.Blob;
import org.teavm.jso.file.File;

/** Turns what the reader chooses into a stream, or into a sentence that says why it cannot be one. */
final class StreamChooser implements SourceView.Listener {
    private final Lab lab;

    StreamChooser(Lab lab) {
        this.lab = lab;
    }

    @Override
    public void readPlan(String name) {
        fetchPlan(name, lab::read);
    }

    /** The stream that the page begins with. */
    void openPlan(String name) {
        fetchPlan(name, lab::open);
    }

    void fetchPlan(String name, Consumer<StreamChoice> then) {
        Browser.fetchText(
                "configs/" + name + ".json",
                json -> then.accept(new StreamChoice.BuiltIn(name, json)),
                why -> lab.refuseStream(Banner.missingFileText(why)));
    }

    @Override
    public void readText(Blob text) {
        read(text, "your text", "Paste some text first: there is nothing to read yet.");
    }

    @Override
    public void readFile(File file) {
        BlobReading.first(
                file,
                CodeFile.MAGIC_BYTES,
                start -> {
                    if (CodeFile.isBegunBy(start)) {
                        decode(file);
                    } else {
                        read(file, file.getName(), "This file is empty: there is nothing to read in it.");
                    }
                },
                this::unreadable);
    }

    private void decode(File file) {
        long bytes = BlobReading.size(file);
        if (bytes > Limit.TEXT.bytes()) {
            lab.refuseStream("This coded file has " + Numbers.bytes(bytes) + "; " + Limit.TEXT.size()
                    + " is the most that can be decoded here.");
        } else {
            BlobReading.first(file, (int) bytes, all -> lab.decode(file.getName(), Bytes.of(all)), this::unreadable);
        }
    }

    private void unreadable(String why) {
        lab.refuseStream("The file could not be read (" + why + "). Choose it again.");
    }

    @Override
    public void beginTyping() {
        lab.read(new StreamChoice.Typed());
    }

    @Override
    public void type(Bytes keys) {
        lab.type(keys);
    }

    @Override
    public void readAddress(String address, long limit) {
        if (address.startsWith("https://") || address.startsWith(Browser.origin())) {
            lab.read(new StreamChoice.FromWeb(address, limit));
        } else {
            lab.refuseStream("An address must begin with https://, this one does not: " + address);
        }
    }

    @Override
    public void cancelLoading() {
        lab.stopLoading();
    }

    private void read(Blob blob, String name, String ifEmpty) {
        long bytes = BlobReading.size(blob);
        if (bytes == 0) {
            lab.refuseStream(ifEmpty);
        } else if (bytes > Limit.TEXT.bytes()) {
            lab.refuseStream("This has " + Numbers.bytes(bytes) + "; " + Limit.TEXT.size()
                    + " is the most that can be read here.");
        } else {
            lab.read(new FileStream(
                    blob,
                    name,
                    why -> lab.refuseStream("The file could not be read on (" + why + "). Choose it again.")));
        }
    }
}
