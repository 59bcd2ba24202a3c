package microgpt.web.lab;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import microgpt.engine.Predictor;
import microgpt.protocol.Bytes;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Commands;
import microgpt.web.text.Glyphs;
import microgpt.web.text.Numbers;
import org.teavm.jso.browser.Performance;
import org.teavm.jso.dom.html.HTMLButtonElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Texts that the model writes: the untrained one stays on top, the others follow, newest first. */
final class SamplesView {
    private static final int KEPT = 12;
    private static final double FIRST_WAIT_MILLIS = 4_000;
    private static final double LONGEST_WAIT_MILLIS = 60_000;

    private final HTMLElement first;
    private final HTMLElement list;
    private final HTMLInputElement prompt;
    private final HTMLInputElement temperature;
    private final HTMLInputElement length;
    private final HTMLInputElement topK;
    private final HTMLInputElement topP;
    private final HTMLInputElement seed;
    private final HTMLInputElement auto;
    private final HTMLButtonElement button;
    private final Commands<LabCommand> commands;
    private final Map<Integer, Entry> entries = new HashMap<>();
    private int nextId = 1;
    private int open;
    private double wait = FIRST_WAIT_MILLIS;
    private double sampledAt;
    private long sampledPosition;

    /** A sample on the page: where its text goes, and the bytes that have arrived. */
    private static final class Entry {
        final HTMLElement item;
        final HTMLElement stamp;
        final HTMLElement text;
        byte[] bytes = {};
        int command;

        Entry(HTMLElement item) {
            this.item = item;
            stamp = Dom.append(item, "p", "stamp", "");
            text = Dom.append(item, "p", "text", "");
        }
    }

    SamplesView(Panel root, Commands<LabCommand> commands) {
        first = root.part("sample-first");
        list = root.part("samples");
        prompt = root.as("sample-prompt");
        temperature = root.as("sample-temperature");
        length = root.as("sample-length");
        topK = root.as("sample-top-k");
        topP = root.as("sample-top-p");
        seed = root.as("sample-seed");
        auto = root.as("sample-auto");
        button = root.as("sample");
        this.commands = commands;
        root.part("sample-form").onEvent("submit", event -> {
            event.preventDefault();
            sample();
        });
    }

    /** A new run, of which nothing has been written. */
    void show(LabReport.Started report) {
        first.clear();
        list.clear();
        entries.clear();
        open = 0;
        wait = FIRST_WAIT_MILLIS;
        sampledAt = Performance.now();
        sampledPosition = 0;
        button.setDisabled(false);
    }

    /** Asks for what the untrained model writes, which stays on top; the answer says by what numbers. */
    SampleRequest askUntrained() {
        return ask(new Entry(Dom.append(first, "div", "sample untrained", "")), Bytes.EMPTY);
    }

    /** Now and then a sample by itself, ever more rarely. */
    void show(LabReport.Progress report) {
        double now = Performance.now();
        if (auto.isChecked() && open == 0 && report.position() > sampledPosition && now - sampledAt > wait) {
            sampledAt = now;
            sampledPosition = report.position();
            wait = Math.min(LONGEST_WAIT_MILLIS, wait * 1.4);
            sample();
        }
    }

    void show(LabReport.Sampled report) {
        Entry entry = entries.get(report.id());
        if (entry == null) {
            return;
        }
        byte[] piece = report.text().toArray();
        byte[] joined = Arrays.copyOf(entry.bytes, entry.bytes.length + piece.length);
        System.arraycopy(piece, 0, joined, entry.bytes.length, piece.length);
        entry.bytes = joined;
        stamp(entry, report);
        entry.text.setTextContent(Glyphs.text(Bytes.of(joined)));
        if (report.complete()) {
            end(report.id(), entry);
        }
    }

    /** Nothing more comes of a sample that could not be written; says whether it was one. */
    boolean show(LabReport.Failed report) {
        for (Map.Entry<Integer, Entry> each : entries.entrySet()) {
            if (each.getValue().command == report.command()) {
                end(each.getKey(), each.getValue());
                return true;
            }
        }
        return false;
    }

    private void end(int id, Entry entry) {
        entries.remove(id);
        open--;
        entry.item.setAttribute("data-complete", "true");
    }

    private void sample() {
        HTMLElement item = Dom.create("li", "sample", "");
        list.insertBefore(item, list.getFirstChild());
        while (list.getChildren().getLength() > KEPT) {
            list.removeChild(list.getLastChild());
        }
        ask(new Entry(item), Bytes.of(prompt.getValue().getBytes(StandardCharsets.UTF_8)));
    }

    private SampleRequest ask(Entry entry, Bytes beginning) {
        int id = nextId++;
        entries.put(id, entry);
        open++;
        entry.item.setAttribute("data-complete", "false");
        if (beginning.size() > 0) {
            entry.bytes = Arrays.copyOf(beginning.toArray(), beginning.size());
        }
        entry.command = commands.send(new LabCommand.Sample(
                id,
                beginning,
                number(temperature, 0.8, 0, 2),
                (int) number(topK, 0, 0, 256),
                number(topP, 1, 0.01, 1),
                (int) number(length, 160, 1, 2000),
                (long) number(seed, 1, 0, 1e9)));
        return new SampleRequest(id, entry.command);
    }

    private static void stamp(Entry entry, LabReport.Sampled report) {
        if (!entry.stamp.hasChildNodes()) {
            long position = report.position();
            Dom.append(entry.stamp, "b", "", position == 0 ? "untrained" : Numbers.grouped(position) + " bytes");
            Dom.append(entry.stamp, "span", "", (position == 0 ? " (" : " read (") + writer(report.by()) + ")");
        }
    }

    private static String writer(String predictor) {
        return predictor.equals(Predictor.MIXTURE.label())
                ? "the mixture"
                : predictor.equals(Predictor.CACHE.label()) ? "the transformer with its cache" : "the transformer";
    }

    private static double number(HTMLInputElement field, double otherwise, double low, double high) {
        try {
            return Math.min(high, Math.max(low, Double.parseDouble(field.getValue())));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
