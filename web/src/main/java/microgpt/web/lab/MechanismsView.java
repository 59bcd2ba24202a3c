package microgpt.web.lab;

import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;

/** How often each mechanism acted, and what may be claimed of the run. */
public final class MechanismsView {
    private final HTMLElement skipped = Dom.byId("count-skipped");
    private final HTMLElement replayed = Dom.byId("count-replayed");
    private final HTMLElement boosted = Dom.byId("count-boosted");
    private final HTMLElement clipped = Dom.byId("count-clipped");
    private final Frames.Slot slot;
    private LabReport.Progress progress = NothingYet.PROGRESS;

    public MechanismsView(Frames frames) {
        slot = frames.words(250, this::draw);
        slot.ask();
    }

    public void show(LabReport.Started report) {
        progress = NothingYet.PROGRESS;
        slot.ask();
    }

    public void show(LabReport.Progress report) {
        progress = report;
        slot.ask();
    }

    private void draw() {
        LabReport.Counters counters = progress.counters();
        Dom.text(skipped, Numbers.grouped(counters.skipped()));
        Dom.text(replayed, Numbers.grouped(counters.replayed()));
        replayed.setAttribute("data-position", Long.toString(progress.position()));
        Dom.text(boosted, Numbers.grouped(counters.boosted()));
        Dom.text(clipped, Numbers.grouped(counters.clipped()));
        flag("prequential", progress.prequential());
        Dom.text(
                Dom.byId("why-prequential"),
                "Every byte is scored by weights that have not seen it nor anything after it. "
                        + (progress.prequential()
                                ? "A decoder could repeat the whole run, so the bits counted here would really suffice "
                                        + "to store the text."
                                : "But a decoder would have to be told more than the recipe and these bits: what was "
                                        + "changed on the way, where documents begin, or how many bytes a step read."));
        flag("single-touch", progress.singleTouch());
        Dom.text(
                Dom.byId("why-single-touch"),
                progress.singleTouch()
                        ? "No byte has been learned from twice, so nothing of the stream needs to be kept."
                        : "Replay learns again from windows read before. The score stays honest, for they lie in the "
                                + "past, but the stream has to be kept, and no byte is touched only once.");
    }

    private static void flag(String name, boolean holds) {
        HTMLElement flag = Dom.byId("flag-" + name);
        Dom.text(flag, name + (holds ? ": yes" : ": no"));
        flag.setClassName(holds ? "flag yes" : "flag no");
    }
}
