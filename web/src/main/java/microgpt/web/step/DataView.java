package microgpt.web.step;

import microgpt.protocol.step.StepCommand;
import microgpt.web.dom.BlobReading;
import microgpt.web.dom.Browser;
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
    private final NumberField layers;
    private final NumberField heads;
    private final NumberField width;
    private final NumberField context;
    private final NumberField seed;
    private Runnable onBuild = () -> {};

    DataView(Panel root, Banner banner, String builtIn) {
        lines = root.as("lines");
        file = root.as("file");
        layers = field(root, "layers", "The number of layers", 1, 8, 1);
        heads = field(root, "heads", "The number of heads", 1, 16, 4);
        width = field(root, "width", "The width", 1, 128, 16);
        context = field(root, "context", "The context", 1, 64, 16);
        seed = field(root, "seed", "The seed", 0, 1e9, 42);
        this.banner = banner;
        lines.setValue(builtIn);
        root.part("load").onClick(event -> onBuild.run());
        root.part("builtin").onClick(event -> {
            lines.setValue(builtIn);
            onBuild.run();
        });
        file.onEvent("change", event -> {
            if (file.getFiles().getLength() > 0) {
                read(file.getFiles().item(0));
            }
        });
    }

    /** It counts when a model is built. */
    private static NumberField field(Panel root, String part, String what, double least, double most, double usual) {
        NumberRule rule = new NumberRule(what, NumberRule.Kind.WHOLE, least, most);
        return new NumberField(root.as(part), rule, usual, () -> {});
    }

    /** What runs when the reader wants a model of what is in the fields. */
    void onBuild(Runnable then) {
        onBuild = then;
    }

    /** Whether all fields can be taken; the first that cannot has the focus then. */
    boolean isTaken() {
        NumberField wrong = null;
        for (NumberField field : new NumberField[] {seed, context, width, heads, layers}) {
            wrong = field.take() ? wrong : field;
        }
        if (wrong != null) {
            wrong.focus();
        }
        return wrong == null;
    }

    private void read(File chosen) {
        if (BlobReading.size(chosen) > MOST_BYTES) {
            banner.say("This file is too large for names that are learned one position at a time: at most 5 MB.");
            return;
        }
        Browser.readBytes(
                chosen,
                bytes -> {
                    lines.setValue(new String(bytes.copyToJavaArray(), java.nio.charset.StandardCharsets.UTF_8));
                    onBuild.run();
                },
                banner::say);
    }

    StepCommand.Load wanted(int steps, double learningRate) {
        return new StepCommand.Load(
                lines.getValue(),
                layers.whole(),
                heads.whole(),
                width.whole(),
                context.whole(),
                seed.whole(),
                steps,
                learningRate);
    }
}
