package microgpt.web.lab;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import microgpt.protocol.Bytes;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Dom;
import microgpt.web.text.Glyphs;
import microgpt.web.text.Numbers;
import org.teavm.jso.browser.Performance;
import org.teavm.jso.dom.html.HTMLButtonElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Texts that the model writes: the untrained one stays on top, the others follow, newest first. */
public final class SamplesView {
    private static final int KEPT = 12;
    private static final double FIRST_WAIT_MILLIS = 4_000;
    private static final double LONGEST_WAIT_MILLIS = 60_000;

    private final HTMLElement first = Dom.byId("sample-first");
    private final HTMLElement list = Dom.byId("samples");
    private final HTMLInputElement prompt = Dom.as("sample-prompt");
    private final HTMLInputElement temperature = Dom.as("sample-temperature");
    private final HTMLInputElement length = Dom.as("sample-length");
    private final HTMLInputElement topK = Dom.as("sample-top-k");
    private final HTMLInputElement topP = Dom.as("sample-top-p");
    private final HTMLInputElement seed = Dom.as("sample-seed");
    private final HTMLInputElement auto = Dom.as("sample-auto");
    private final HTMLButtonElement button = Dom.as("sample");
    private final ToIntFunction<LabCommand> commands;
    private final Runnable onUntrained;
    private final Map<Integer, Entry> entries = new HashMap<>();
    private int nextId = 1;
    private int untrainedId;
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

    /** {@code onUntrained} runs when the untrained model has written: learning any earlier would change its text. */
    public SamplesView(ToIntFunction<LabCommand> commands, Runnable onUntrained) {
        this.commands = commands;
        this.onUntrained = onUntrained;
        Dom.byId("sample-form").onEvent("submit", event -> {
            event.preventDefault();
            sample();
        });
    }

    /** A new run: what the untrained model writes comes first. */
    public void show(LabReport.Started report) {
        first.clear();
        list.clear();
        entries.clear();
        open = 0;
        wait = FIRST_WAIT_MILLIS;
        sampledAt = Performance.now();
        sampledPosition = 0;
        button.setDisabled(false);
        untrainedId = nextId;
        ask(new Entry(Dom.append(first, "div", "sample untrained", "")), Bytes.EMPTY);
    }

    /** Now and then a sample by itself, ever more rarely. */
    public void show(LabReport.Progress report) {
        double now = Performance.now();
        if (auto.isChecked() && open == 0 && report.position() > sampledPosition && now - sampledAt > wait) {
            sampledAt = now;
            sampledPosition = report.position();
            wait = Math.min(LONGEST_WAIT_MILLIS, wait * 1.4);
            sample();
        }
    }

    public void show(LabReport.Sampled report) {
        Entry entry = entries.get(report.id());
        if (entry == null) {
            return;
        }
        byte[] piece = report.text().toArray();
        byte[] joined = Arrays.copyOf(entry.bytes, entry.bytes.length + piece.length);
        System.arraycopy(piece, 0, joined, entry.bytes.length, piece.length);
        entry.bytes = joined;
        stamp(entry, report.position());
        entry.text.setTextContent(Glyphs.text(Bytes.of(joined)));
        if (report.complete()) {
            end(report.id(), entry);
        }
    }

    /** Nothing more comes of the sample that could not be written. */
    public void show(LabReport.Failed report) {
        for (Map.Entry<Integer, Entry> each : entries.entrySet()) {
            if (each.getValue().command == report.command()) {
                end(each.getKey(), each.getValue());
                return;
            }
        }
    }

    private void end(int id, Entry entry) {
        entries.remove(id);
        open--;
        entry.item.setAttribute("data-complete", "true");
        untrainedIsThere(id);
    }

    private void untrainedIsThere(int id) {
        if (id != 0 && id == untrainedId) {
            untrainedId = 0;
            onUntrained.run();
        }
    }

    private void sample() {
        HTMLElement item = Dom.create("li", "sample", "");
        list.insertBefore(item, list.getFirstChild());
        while (list.getChildren().getLength() > KEPT) {
            list.removeChild(list.getLastChild());
        }
        ask(new Entry(item), Bytes.of(prompt.getValue().getBytes(StandardCharsets.UTF_8)));
    }

    private void ask(Entry entry, Bytes beginning) {
        int id = nextId++;
        entries.put(id, entry);
        open++;
        entry.item.setAttribute("data-complete", "false");
        if (beginning.size() > 0) {
            entry.bytes = Arrays.copyOf(beginning.toArray(), beginning.size());
        }
        entry.command = commands.applyAsInt(new LabCommand.Sample(
                id,
                beginning,
                number(temperature, 0.8, 0, 2),
                (int) number(topK, 0, 0, 256),
                number(topP, 1, 0.01, 1),
                (int) number(length, 160, 1, 2000),
                (long) number(seed, 1, 0, 1e9)));
    }

    private static void stamp(Entry entry, long position) {
        if (!entry.stamp.hasChildNodes()) {
            Dom.append(entry.stamp, "b", "", position == 0 ? "untrained" : Numbers.grouped(position) + " bytes");
            entry.stamp.appendChild(entry.stamp.getOwnerDocument().createTextNode(position == 0 ? "" : "read"));
        }
    }

    private static double number(HTMLInputElement field, double otherwise, double low, double high) {
        try {
            return Math.min(high, Math.max(low, Double.parseDouble(field.getValue())));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
