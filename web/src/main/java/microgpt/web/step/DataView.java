package microgpt.web.step;

import microgpt.protocol.step.StepCommand;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Fields;
import microgpt.web.shell.Banner;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLTextAreaElement;
import org.teavm.jso.file.File;

/** The names to learn, and the shape of the model that learns them. */
final class DataView {
    private static final int MOST_BYTES = 5_000_000;

    private final Banner banner;
    private final HTMLTextAreaElement lines = Dom.as("lines");
    private final HTMLInputElement file = Dom.as("file");
    private final HTMLInputElement layers = Dom.as("layers");
    private final HTMLInputElement heads = Dom.as("heads");
    private final HTMLInputElement width = Dom.as("width");
    private final HTMLInputElement context = Dom.as("context");
    private final HTMLInputElement seed = Dom.as("seed");

    DataView(Banner banner, String builtIn, Runnable onLoad) {
        this.banner = banner;
        lines.setValue(builtIn);
        Dom.byId("load").onClick(event -> onLoad.run());
        Dom.byId("builtin").onClick(event -> {
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
        if (chosen.getSize() > MOST_BYTES) {
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
