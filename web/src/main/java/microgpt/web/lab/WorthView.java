package microgpt.web.lab;

import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.text.WorthText;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;

/** What each part of a recipe is worth, as it was measured; the figures are fetched when the list is opened. */
final class WorthView {
    private static final String FILE = "worth.json";
    private static final String FIGURE = "data-worth";

    private final HTMLElement panel;
    private final HTMLElement about;
    private final HTMLElement list;
    private boolean asked;

    WorthView(Panel root) {
        panel = root.part("worth");
        about = root.part("worth-about");
        list = root.part("worth-list");
        panel.onEvent("toggle", event -> fetch());
    }

    private void fetch() {
        if (!asked && Browser.isOpen(panel)) {
            asked = true;
            Browser.fetchText(FILE, this::show, this::failed);
        }
    }

    private void show(String json) {
        try {
            WorthText worth = new WorthText(json);
            NodeList<? extends HTMLElement> figures = list.querySelectorAll("[" + FIGURE + "]");
            for (int i = 0; i < figures.getLength(); i++) {
                HTMLElement figure = figures.get(i);
                Dom.text(figure, worth.of(String.valueOf(figure.getAttribute(FIGURE))));
            }
            Dom.text(about, worth.about());
            list.setHidden(false);
        } catch (IllegalArgumentException e) {
            failed(String.valueOf(e.getMessage()));
        }
    }

    /** It is asked for again when the list is opened again. */
    private void failed(String why) {
        asked = false;
        Dom.text(about, "The figures could not be read: " + why);
    }
}
