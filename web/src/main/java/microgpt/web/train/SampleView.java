package microgpt.web.train;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import microgpt.protocol.Bytes;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Fields;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Commands;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLButtonElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** What the model writes, newest first: when asked, and by itself as it trains. */
final class SampleView {
    /** Of those that were asked for, and of those that came by themselves. */
    private static final int KEPT = 8;

    private final Commands<TrainCommand> commands;
    private final SampleText.Pick pick;
    private final HTMLElement list;
    private final HTMLElement none;
    private final HTMLElement left;
    private final HTMLInputElement prompt;
    private final HTMLInputElement temperature;
    private final HTMLInputElement length;
    private final HTMLInputElement topK;
    private final HTMLInputElement topP;
    private final HTMLInputElement seed;
    private final HTMLButtonElement ask;
    private final HTMLButtonElement stop;
    private final Map<Integer, Entry> open = new HashMap<>();
    private final Queue<HTMLElement> onDemand = new ArrayDeque<>();
    private final Queue<HTMLElement> byItself = new ArrayDeque<>();
    /** Which sample each command on its way asked for. */
    private final Map<Integer, Integer> askedBy = new HashMap<>();

    private int asked;

    /** A sample on the page. */
    private record Entry(HTMLElement item, HTMLElement when, HTMLElement rate, SampleText text) {}

    SampleView(Panel root, Commands<TrainCommand> commands, SampleText.Pick pick) {
        list = root.part("sample-list");
        none = root.part("sample-none");
        left = root.part("sample-left");
        prompt = root.as("sample-prompt");
        temperature = root.as("sample-temperature");
        length = root.as("sample-length");
        topK = root.as("sample-top-k");
        topP = root.as("sample-top-p");
        seed = root.as("sample-seed");
        ask = root.as("sample");
        stop = root.as("sample-stop");
        this.commands = commands;
        this.pick = pick;
        root.part("sample-form").onEvent("submit", event -> {
            event.preventDefault();
            ask();
        });
        stop.onClick(event -> commands.send(new TrainCommand.StopSamples()));
    }

    /** Asks for a sample, as the button does. */
    void ask() {
        if (ask.isDisabled()) {
            return;
        }
        asked++;
        byte[] beginning = prompt.getValue().getBytes(StandardCharsets.UTF_8);
        begin(asked, beginning);
        askedBy.put(
                commands.send(new TrainCommand.Sample(
                        asked,
                        Bytes.of(beginning),
                        within(Fields.number(temperature, 0.8), 0, 2),
                        (int) within(Fields.number(topK, 40), 0, 256),
                        within(Fields.number(topP, 1), 0.01, 1),
                        (int) within(Fields.number(length, 200), 1, 5000),
                        (long) within(Fields.number(seed, 1), 0, 1e9))),
                asked);
    }

    private static double within(double value, double least, double most) {
        return Math.min(most, Math.max(least, value));
    }

    /** Makes room for a sample on top of the others. */
    private Entry begin(int id, byte[] beginning) {
        HTMLElement item = Dom.create("li", "sample", "");
        item.setAttribute("data-testid", "written");
        item.setAttribute("data-complete", "false");
        if (id > 0) {
            item.setAttribute("data-asked", Integer.toString(id));
        }
        list.insertBefore(item, list.getFirstChild());
        Queue<HTMLElement> alike = id < 0 ? byItself : onDemand;
        alike.add(item);
        if (alike.size() > KEPT) {
            list.removeChild(alike.remove());
        }
        HTMLElement stamp = Dom.append(item, "p", "stamp", "");
        HTMLElement when = Dom.append(stamp, "b", "", "waiting");
        HTMLElement rate = Dom.append(stamp, "span", "", "");
        SampleText text = new SampleText(Dom.append(item, "p", "text", ""), beginning, pick);
        text.append(new byte[0]);
        Entry entry = new Entry(item, when, rate, text);
        open.put(id, entry);
        showState();
        return entry;
    }

    void show(TrainReport.Started report) {
        list.clear();
        onDemand.clear();
        byItself.clear();
        open.clear();
        askedBy.clear();
        showState();
    }

    void show(TrainReport.Transport report) {
        ask.setDisabled(report.run().isEmpty());
        left.setHidden(!report.run().isEmpty());
    }

    void show(TrainReport.Sampled report) {
        Entry entry = open.get(report.id());
        if (entry == null) {
            if (report.id() > 0) {
                return;
            }
            entry = begin(report.id(), new byte[0]);
        }
        entry.text().append(report.text().toArray());
        entry.item().setAttribute("data-bytes", Integer.toString(entry.text().bytes().length));
        Dom.text(entry.when(), "step " + Numbers.grouped(report.steps()));
        Dom.text(
                entry.rate(),
                (report.id() < 0 ? "by itself, " : "") + Numbers.significant(report.bytesPerSecond()) + " bytes/s");
        entry.item().setAttribute("data-rate", Double.toString(report.bytesPerSecond()));
        if (report.complete()) {
            end(report.id(), entry);
        }
    }

    /** Nothing more comes of the sample that could not be written. */
    void show(TrainReport.Failed report) {
        Integer id = askedBy.get(report.command());
        Entry entry = id == null ? null : open.get(id);
        if (id != null && entry != null) {
            end(id, entry);
        }
    }

    private void end(int id, Entry entry) {
        entry.text().finish();
        entry.item().setAttribute("data-complete", "true");
        open.remove(id);
        askedBy.values().removeIf(other -> other == id);
        showState();
    }

    private void showState() {
        stop.setDisabled(open.isEmpty());
        none.setHidden(list.hasChildNodes());
    }
}
