package microgpt.web.lab;

import java.util.ArrayList;
import java.util.List;
import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * What the model writes after the same prompts at fixed places of the stream, side by side: a row for each prompt, a column for
 * the untrained model and for each time of the {@link SampleSchedule}.
 */
final class SampleGrid {
    private static final int LENGTH = 80;
    private static final double TEMPERATURE = 0.8;

    /** A text of the reader's own may be in any language: there it begins by itself. */
    private record Prompt(String text, long seed) {
        String words() {
            return text.isEmpty() ? "No prompt, seed " + seed : "Prompt: “" + text + "”";
        }
    }

    private static final List<Prompt> BUILT_IN = List.of(new Prompt("Once upon a time", 1), new Prompt("The ", 1));
    private static final List<Prompt> OWN = List.of(new Prompt("", 1), new Prompt("", 2));

    private final HTMLElement root;
    private final SampleDesk desk;
    private final SampleSchedule schedule = new SampleSchedule();
    private final List<WrittenSample[]> rows = new ArrayList<>();
    private List<Prompt> prompts = List.of();
    private long streamBytes = -1;
    private long position;
    private boolean asked;

    SampleGrid(Panel page, SampleDesk desk) {
        root = page.part("sample-grid");
        this.desk = desk;
    }

    void show(LabReport.Started report) {
        streamBytes = report.streamBytes();
        position = 0;
        asked = false;
        schedule.begin();
        root.clear();
        rows.clear();
    }

    void show(LabReport.Loading report) {
        streamBytes = report.complete() ? report.streamBytes() : report.expected();
        expect();
    }

    /** Asks for what the untrained model writes; the answer is the last of these samples. */
    SampleRequest begin(StreamChoice stream) {
        prompts = stream.plan().isEmpty() ? OWN : BUILT_IN;
        for (Prompt prompt : prompts) {
            HTMLElement row = Dom.append(root, "section", "", "");
            Dom.append(row, "h3", "stamp", prompt.words());
            HTMLElement list = Dom.append(row, "ol", "", "");
            list.setAttribute("aria-label", prompt.words());
            int columns = stream.isTyped() ? 1 : 1 + SampleSchedule.times();
            WrittenSample[] cells = new WrittenSample[columns];
            for (int i = 0; i < columns; i++) {
                cells[i] = new WrittenSample(Dom.append(list, "li", i == 0 ? "sample untrained" : "sample", ""), "");
            }
            rows.add(cells);
        }
        asked = true;
        expect();
        return ask(0);
    }

    void show(LabReport.Progress report) {
        position = report.position();
        ask(false);
    }

    void show(LabReport.Transport report) {
        if (report.atEnd()) {
            ask(true);
        }
    }

    /** What was written last after the first prompt, with the prompt; empty if nothing was. */
    String newest() {
        String newest = "";
        if (!rows.isEmpty()) {
            for (WrittenSample sample : rows.get(0)) {
                newest = sample.words().isEmpty() ? newest : sample.words();
            }
        }
        return newest;
    }

    private void ask(boolean atEnd) {
        int due = asked && rows.get(0).length > 1 ? schedule.due(position, streamBytes, atEnd) : SampleSchedule.NOTHING;
        if (due != SampleSchedule.NOTHING) {
            ask(due + 1);
        }
    }

    private SampleRequest ask(int column) {
        SampleRequest last = new SampleRequest(0, 0);
        for (int i = 0; i < rows.size(); i++) {
            Prompt prompt = prompts.get(i);
            last = desk.ask(
                    rows.get(i)[column],
                    prompt.text(),
                    new SampleDesk.Drawing(TEMPERATURE, 0, 1, LENGTH, prompt.seed()));
        }
        return last;
    }

    /** Says when the samples to come are due. */
    private void expect() {
        for (WrittenSample[] cells : rows) {
            for (int i = 1; i < cells.length; i++) {
                double share = SampleSchedule.share(i - 1);
                cells[i].expect(
                        share == 1
                                ? "at the end"
                                : "at " + Numbers.percent(share)
                                        + (streamBytes > 0
                                                ? ": byte " + Numbers.grouped((long) Math.ceil(share * streamBytes))
                                                : ""));
            }
        }
    }
}
