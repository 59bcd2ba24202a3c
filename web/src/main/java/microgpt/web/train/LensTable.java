package microgpt.web.train;

import java.util.List;
import microgpt.protocol.train.TrainReport.Choice;
import microgpt.protocol.train.TrainReport.Lens;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.text.Glyphs;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;

/** What each layer would have said if it were the last: a row for each, the embedding first. */
final class LensTable {
    private final HTMLElement body;

    LensTable(Panel root) {
        body = root.part("lens");
    }

    void show(List<Lens> lens, int written) {
        body.clear();
        for (int layer = 0; layer < lens.size(); layer++) {
            HTMLElement row = Dom.append(body, "tr", "", "");
            Dom.append(row, "th", "", layer == 0 ? "embedding" : "layer " + layer)
                    .setAttribute("scope", "row");
            for (Choice choice : lens.get(layer).next()) {
                HTMLElement cell = Dom.append(row, "td", choice.value() == written ? "written" : "", "");
                Dom.append(cell, "b", "", Glyphs.of(choice.value())).setTitle(Glyphs.name(choice.value()));
                Dom.append(cell, "span", "", " " + Numbers.percent(choice.probability()));
            }
        }
    }
}
