package microgpt.web.train;

import java.util.List;
import microgpt.protocol.train.TrainReport.Choice;
import microgpt.web.dom.Dom;
import microgpt.web.text.Glyphs;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;

/** The likeliest next bytes as bars, and the one that was written marked. */
final class CandidateBars {
    private final HTMLElement list;

    CandidateBars(HTMLElement list) {
        this.list = list;
    }

    void show(List<Choice> choices, int written) {
        list.clear();
        for (Choice choice : choices) {
            boolean marked = choice.value() == written;
            HTMLElement item = Dom.append(list, "li", marked ? "written" : "", "");
            item.setAttribute("data-value", Integer.toString(choice.value()));
            item.setAttribute("data-probability", Double.toString(choice.probability()));
            HTMLElement label = Dom.append(item, "span", "byte", Glyphs.of(choice.value()));
            label.setTitle(Glyphs.name(choice.value()) + (marked ? ", the byte that was written" : ""));
            HTMLElement bar = Dom.append(Dom.append(item, "span", "track", ""), "i", "", "");
            bar.getStyle().setProperty("transform", "scaleX(" + choice.probability() + ")");
            Dom.append(item, "span", "share", Numbers.percent(choice.probability()));
            if (marked) {
                Dom.append(item, "span", "visually-hidden", "the byte that was written");
            }
        }
    }
}
