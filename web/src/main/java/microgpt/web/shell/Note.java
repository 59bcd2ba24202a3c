package microgpt.web.shell;

import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import org.teavm.jso.dom.html.HTMLElement;

/** What went wrong with a control, in words beside it; on top of the page while that place is folded away. */
public final class Note {
    private final HTMLElement place;
    private final Banner banner;

    /** {@code place} is an empty paragraph that a screen reader reads aloud when it is filled. */
    public Note(HTMLElement place, Banner banner) {
        this.place = place;
        this.banner = banner;
    }

    public void say(String message) {
        if (Browser.isUnfolded(place)) {
            Dom.text(place, message);
            Browser.bringIntoSight(place);
        } else {
            banner.say(message);
        }
    }

    public void clear() {
        Dom.text(place, "");
    }
}
