package microgpt.web.lab;

import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;

/** How often each mechanism acted, and what may be claimed of the run. */
final class MechanismsView {
    private final Panel root;
    private final HTMLElement skipped;
    private final HTMLElement replayed;
    private final HTMLElement boosted;
    private final HTMLElement clipped;
    private final Frames.Slot slot;
    private LabReport.Progress progress = InitialProgress.PROGRESS;

    MechanismsView(Panel root, Frames frames) {
        this.root = root;
        skipped = root.part("count-skipped");
        replayed = root.part("count-replayed");
        boosted = root.part("count-boosted");
        clipped = root.part("count-clipped");
        slot = frames.words(250, this::draw);
        slot.ask();
    }

    void show(LabReport.Started report) {
        progress = InitialProgress.PROGRESS;
        slot.ask();
    }

    void show(LabReport.Progress report) {
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
                root.part("why-prequential"),
                "Every byte is scored by weights that have not seen it nor anything after it. "
                        + (progress.prequential()
                                ? "A decoder could repeat the whole run, so the bits counted here would really suffice "
                                        + "to store the text."
                                : "But a decoder would have to be told more than the recipe and these bits: what was "
                                        + "changed on the way, where documents begin, or how many bytes a step read."));
        flag("single-touch", progress.singleTouch());
        Dom.text(
                root.part("why-single-touch"),
                progress.singleTouch()
                        ? "No byte has been learned from twice, so nothing of the stream needs to be kept."
                        : "Replay learns again from windows read before. The score stays honest, for they lie in the "
                                + "past, but the stream has to be kept, and no byte is touched only once.");
    }

    private void flag(String name, boolean holds) {
        HTMLElement flag = root.part("flag-" + name);
        Dom.text(flag, name + (holds ? ": yes" : ": no"));
        flag.setClassName(holds ? "flag yes" : "flag no");
    }
}
