package microgpt.web.shell;

import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;

/** What every page has around its content: the header, messages, keys, colours, and the clock by which it draws. */
public final class Shell {
    private final Panel page = Panel.page();
    private final Banner banner = new Banner(page);
    private final Header header = new Header(page, banner);
    private final Frames frames = new Frames();
    private final Theme theme = new Theme(page);
    private final Shortcuts shortcuts = new Shortcuts(page);

    public Shell() {
        theme.onChange(frames::askAll);
    }

    /** All of the page, for what stands in it once. */
    public Panel page() {
        return page;
    }

    public Banner banner() {
        return banner;
    }

    public Header header() {
        return header;
    }

    public Frames frames() {
        return frames;
    }

    public Theme theme() {
        return theme;
    }

    public Shortcuts shortcuts() {
        return shortcuts;
    }
}
