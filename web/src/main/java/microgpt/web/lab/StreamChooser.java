package microgpt.web.lab;

import java.util.function.Consumer;
import microgpt.protocol.Bytes;
import microgpt.protocol.lab.LabCommand;
import microgpt.web.dom.Browser;
import microgpt.web.shell.Banner;
import org.teavm.jso.file.Blob;
import org.teavm.jso.file.File;

/** Turns what the reader chooses into a stream, or into a sentence that says why it cannot be one. */
final class StreamChooser implements SourceView.Listener {
    private static final int MOST_BYTES = 10 << 20;

    private final Lab lab;
    private final Banner banner;

    StreamChooser(Lab lab, Banner banner) {
        this.lab = lab;
        this.banner = banner;
    }

    @Override
    public void readPlan(String name) {
        fetchPlan(name, lab::read);
    }

    /** The stream that the page begins with. */
    void openPlan(String name) {
        fetchPlan(name, lab::open);
    }

    private void fetchPlan(String name, Consumer<ChosenStream> then) {
        Browser.fetchText(
                "configs/" + name + ".json", json -> then.accept(new ChosenStream.BuiltIn(name, json)), lab::missing);
    }

    @Override
    public void readText(String text) {
        read(Browser.blob(text), "your text", "Paste some text first: there is nothing to read yet.");
    }

    @Override
    public void readFile(File file) {
        read(file, file.getName(), "This file is empty: there is nothing to read in it.");
    }

    @Override
    public void beginTyping() {
        lab.read(new ChosenStream.Typed());
    }

    @Override
    public void type(Bytes keys) {
        lab.send(new LabCommand.Type(keys));
    }

    @Override
    public void readAddress(String address, long limit) {
        if (address.startsWith("https://") || address.startsWith(Browser.origin())) {
            lab.read(new ChosenStream.FromWeb(address, limit));
        } else {
            banner.say("An address must begin with https://, this one does not: " + address);
        }
    }

    @Override
    public void cancelLoading() {
        lab.stopLoading();
    }

    private void read(Blob blob, String name, String ifEmpty) {
        if (blob.getSize() == 0) {
            banner.say(ifEmpty);
        } else if (blob.getSize() > MOST_BYTES) {
            banner.say("This is larger than 10 MiB, which is the most that can be read here.");
        } else {
            lab.read(new FileStream(
                    blob, name, why -> banner.say("The file could not be read on (" + why + "). Choose it again.")));
        }
    }
}
