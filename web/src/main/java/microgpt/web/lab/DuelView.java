package microgpt.web.lab;

import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.text.CodeLength;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;

/** The run against gzip: how long the code of the same bytes is, as two bars. */
final class DuelView {
    private final HTMLElement box;
    private final HTMLElement ownBar;
    private final HTMLElement gzipBar;
    private final HTMLElement own;
    private final HTMLElement gzip;
    private final CodeLength length;
    private final Frames.Slot slot;

    /** {@code length} is kept by another view. */
    DuelView(Panel root, Frames frames, CodeLength length) {
        this.length = length;
        box = root.part("duel");
        ownBar = root.part("duel-own-bar");
        gzipBar = root.part("duel-gzip-bar");
        own = root.part("duel-own");
        gzip = root.part("duel-gzip");
        slot = frames.words(250, this::draw);
    }

    /** What is compared has changed. */
    void show() {
        slot.ask();
    }

    private void draw() {
        long mine = length.ownBytes();
        long theirs = length.gzipBytes();
        box.setAttribute("data-known", theirs > 0 ? "true" : "false");
        if (theirs > 0) {
            double longer = Math.max(mine, theirs);
            scale(ownBar, mine / longer);
            scale(gzipBar, theirs / longer);
            Dom.text(own, Numbers.grouped(mine) + " bytes");
            Dom.text(gzip, Numbers.grouped(theirs) + " bytes");
        }
    }

    private static void scale(HTMLElement bar, double share) {
        bar.getStyle().setProperty("transform", "scaleX(" + share + ")");
    }
}
