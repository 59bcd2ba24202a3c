package microgpt.web.lab;

import java.util.ArrayList;
import java.util.List;
import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.text.Numbers;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;

/** The phases of the stream as a ribbon that fills while they are read. */
final class PhaseBarView {
    private final HTMLElement list;
    private final HTMLElement readout;
    private final Frames.Slot slot;
    private final List<HTMLElement> items = new ArrayList<>();
    private final List<HTMLElement> fills = new ArrayList<>();
    private List<LabReport.PhaseMark> phases = List.of();
    private long streamBytes = -1;
    private long position;
    private int shown = -1;

    PhaseBarView(Panel root, Frames frames) {
        list = root.part("ribbon");
        readout = root.part("ribbon-readout");
        list.onKeyDown(this::walk);
        slot = frames.words(150, this::draw);
    }

    void show(LabReport.Started report) {
        phases = report.phases();
        streamBytes = report.streamBytes();
        position = 0;
        build();
        slot.ask();
    }

    void show(LabReport.Loading report) {
        streamBytes = Math.max(report.streamBytes(), report.expected());
        slot.ask();
    }

    void show(LabReport.Progress report) {
        position = report.position();
        slot.ask();
    }

    private void build() {
        list.clear();
        items.clear();
        fills.clear();
        shown = -1;
        for (LabReport.PhaseMark phase : phases) {
            long bytes = phase.end() - phase.start();
            HTMLElement item = Dom.append(list, "li", "", "");
            String words = phase.name() + (bytes > 0 ? ", " + Numbers.bytes(bytes) : "");
            item.setTitle(words);
            item.setAttribute("tabindex", items.isEmpty() ? "0" : "-1");
            item.onEvent("focus", event -> Dom.text(readout, words));
            item.onEvent("blur", event -> Dom.text(readout, ""));
            item.getStyle().setProperty("flex-grow", Long.toString(Math.max(1, bytes)));
            fills.add(Dom.append(item, "i", "", ""));
            Dom.append(item, "span", "", phase.name());
            items.add(item);
        }
    }

    /** The arrow keys go from phase to phase; Tab goes past them all. */
    private void walk(KeyboardEvent event) {
        String key = event.getKey();
        int step = key.equals("ArrowRight") ? 1 : key.equals("ArrowLeft") ? -1 : 0;
        HTMLElement focused = Window.current().getDocument().getActiveElement();
        int to = items.indexOf(focused) + step;
        if (step == 0 || !items.contains(focused)) {
            return;
        }
        event.preventDefault();
        if (to >= 0 && to < items.size()) {
            focused.setAttribute("tabindex", "-1");
            items.get(to).setAttribute("tabindex", "0");
            items.get(to).focus();
        }
    }

    private void draw() {
        int current = -1;
        for (int i = 0; i < phases.size() && position >= phases.get(i).start(); i++) {
            current = i;
        }
        for (int i = 0; i < items.size() && current != shown; i++) {
            items.get(i).setClassName(i < current ? "done" : i == current ? "now" : "");
            fills.get(i).getStyle().setProperty("width", i < current ? "100%" : "0");
            if (i == current) {
                items.get(i).setAttribute("aria-current", "step");
            } else {
                items.get(i).removeAttribute("aria-current");
            }
        }
        shown = current;
        if (current >= 0) {
            fills.get(current)
                    .getStyle()
                    .setProperty("width", Math.round(1000 * filled(phases.get(current))) / 10.0 + "%");
        }
    }

    private double filled(LabReport.PhaseMark phase) {
        long end = phase.end() > phase.start() ? phase.end() : streamBytes;
        return end <= phase.start() ? 0 : Math.min(1, (double) (position - phase.start()) / (end - phase.start()));
    }
}
