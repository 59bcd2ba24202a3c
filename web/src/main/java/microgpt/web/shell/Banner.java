package microgpt.web.shell;

import microgpt.web.dom.Dom;
import org.teavm.jso.dom.html.HTMLElement;

/** What went wrong, in plain words, on top of the page. */
public final class Banner {
    private final HTMLElement banner = Dom.byId("banner");
    private final HTMLElement text = Dom.byId("banner-text");

    public Banner() {
        Dom.byId("banner-close").onClick(event -> clear());
    }

    public void say(String message) {
        text.setTextContent(message);
        banner.setHidden(false);
    }

    /** Says something more, beside what is said already. */
    public void add(String message) {
        say(banner.isHidden() ? message : text.getTextContent() + " " + message);
    }

    public void clear() {
        banner.setHidden(true);
    }
}
