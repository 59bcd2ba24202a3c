package microgpt.web.step;

import microgpt.protocol.step.StepCommand;
import microgpt.web.dom.BlobReading;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Fields;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Banner;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLTextAreaElement;
import org.teavm.jso.file.File;

/** The names to learn, and the shape of the model that learns them. */
final class DataView {
    private static final int MOST_BYTES = 5_000_000;

    private final Banner banner;
    private final HTMLTextAreaElement lines;
    private final HTMLInputElement file;
    private final HTMLInputElement layers;
    private final HTMLInputElement heads;
    private final HTMLInputElement width;
    private final HTMLInputElement context;
    private final HTMLInputElement seed;

    DataView(Panel root, Banner banner, String builtIn, Runnable onLoad) {
        lines = root.as("lines");
        file = root.as("file");
        layers = root.as("layers");
        heads = root.as("heads");
        width = root.as("width");
        context = root.as("context");
        seed = root.as("seed");
        this.banner = banner;
        lines.setValue(builtIn);
        root.part("load").onClick(event -> onLoad.run());
        root.part("builtin").onClick(event -> {
            lines.setValue(builtIn);
            onLoad.run();
        });
        file.onEvent("change", event -> {
            if (file.getFiles().getLength() > 0) {
                read(file.getFiles().item(0), onLoad);
            }
        });
    }

    private void read(File chosen, Runnable onLoad) {
        if (BlobReading.size(chosen) > MOST_BYTES) {
            banner.say("This file is too large for names that are learned one position at a time: at most 5 MB.");
            return;
        }
        Browser.readBytes(
                chosen,
                bytes -> {
                    lines.setValue(new String(bytes.copyToJavaArray(), java.nio.charset.StandardCharsets.UTF_8));
                    onLoad.run();
                },
                banner::say);
    }

    StepCommand.Load wanted(int steps, double learningRate) {
        return new StepCommand.Load(
                lines.getValue(),
                (int) Fields.number(layers, 1),
                (int) Fields.number(heads, 4),
                (int) Fields.number(width, 16),
                (int) Fields.number(context, 16),
                (long) Fields.number(seed, 42),
                steps,
                learningRate);
    }
}
