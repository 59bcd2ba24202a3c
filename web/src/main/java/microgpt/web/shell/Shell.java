package microgpt.web.shell;

import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;

/** What every page has around its content: the header, messages, keys, colours, and the clock by which it draws. */
public final class Shell {
    private final Panel page = Panel.page();
    private final Surface surface = Surface.of(page);
    private final Header header = new Header(page, surface.banner());
    private final Shortcuts shortcuts = new Shortcuts(page);

    /** All of the page, for what stands in it once. */
    public Panel page() {
        return page;
    }

    public Banner banner() {
        return surface.banner();
    }

    public Header header() {
        return header;
    }

    public Frames frames() {
        return surface.frames();
    }

    public Theme theme() {
        return surface.theme();
    }

    public Shortcuts shortcuts() {
        return shortcuts;
    }
}
