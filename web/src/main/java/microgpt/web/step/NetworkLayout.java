package microgpt.web.step;

import microgpt.numeric.Nullable;
import microgpt.web.dom.Dom;
import org.teavm.jso.dom.html.HTMLElement;

/** Makes the frames of layers and their halves, and the lanes in them, as boxes ask for them one after the other. */
final class NetworkLayout {
    private final HTMLElement root;
    private @Nullable HTMLElement halves;
    private HTMLElement parent;
    private @Nullable HTMLElement lane;
    private String group = "";
    private int layer = -1;
    private int laneNumber = -1;

    NetworkLayout(HTMLElement root) {
        this.root = root;
        parent = root;
    }

    /** Where {@code box} stands. */
    HTMLElement laneOf(Box box) {
        if (!box.group().equals(group)) {
            group = box.group();
            parent = group.isEmpty() ? root : half(box);
        }
        if (lane == null || box.lane() != laneNumber) {
            laneNumber = box.lane();
            lane = Dom.append(parent, "div", box.rule().result() == Rule.Result.HEAD ? "lane heads" : "lane", "");
        }
        return lane;
    }

    private HTMLElement half(Box box) {
        if (halves == null || box.layer() != layer) {
            layer = box.layer();
            HTMLElement frame = Dom.append(root, "div", "layer", "");
            halves = Dom.append(frame, "div", "blocks", "");
        }
        HTMLElement half = Dom.append(halves, "div", "block", "");
        Dom.append(half, "h3", "", "Layer " + group);
        return half;
    }
}
