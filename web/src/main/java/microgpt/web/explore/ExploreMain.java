package microgpt.web.explore;

import microgpt.web.dom.Panel;
import microgpt.web.shell.Surface;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;

/** The entry point of the laboratory's second program, which is loaded when a run has begun, and joins the first one's workers. */
public final class ExploreMain {
    private static final String LABORATORIES = "[data-lab]";

    private ExploreMain() {}

    public static void main(String[] args) {
        Surface surface = Surface.joined();
        NodeList<? extends HTMLElement> roots = Panel.all(LABORATORIES);
        for (int i = 0; i < roots.getLength(); i++) {
            Explorer explorer = new Explorer(surface, Panel.joined(roots.get(i), i));
            if (i == 0) {
                explorer.guide(surface.page());
            }
            explorer.open();
        }
    }
}
