package microgpt.web.train;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import microgpt.protocol.Bytes;
import microgpt.protocol.TrainCommand;
import microgpt.protocol.TrainReport;
import microgpt.web.dom.Dom;
import org.teavm.jso.dom.html.HTMLButtonElement;
import org.teavm.jso.dom.html.HTMLElement;

/** What the model writes, newest first: when asked, and by itself as it trains. */
final class SampleView {
    private static final int LENGTH = 200;

    private final Consumer<TrainCommand> commands;
    private final HTMLButtonElement ask = Dom.as("sample");
    private final HTMLElement list = Dom.byId("sample-list");
    private final StringBuilder written = new StringBuilder();
    private int current;
    private int asked;

    SampleView(Consumer<TrainCommand> commands) {
        this.commands = commands;
        ask.onClick(event -> ask());
    }

    /** Asks for a sample, as the button does. */
    void ask() {
        if (!ask.isDisabled()) {
            asked++;
            commands.accept(new TrainCommand.Sample(asked, Bytes.EMPTY, 0.8, 40, 1, LENGTH, asked));
        }
    }

    void show(TrainReport.Started report) {
        list.setInnerHTML("");
        current = 0;
    }

    void show(TrainReport.Transport report) {
        ask.setDisabled(report.run().isEmpty());
    }

    void show(TrainReport.Sampled report) {
        if (report.id() != current) {
            current = report.id();
            written.setLength(0);
            list.insertBefore(Dom.create("li", "sample", ""), list.getFirstChild());
        }
        written.append(new String(report.text().toArray(), StandardCharsets.ISO_8859_1));
        list.getFirstChild().setTextContent("step " + report.steps() + ": " + written);
    }
}
