package microgpt.web.shell;

import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;

/** What a program draws with: the page, messages, colours, and the clock by which it draws. */
public final class Surface {
    private final Panel page;
    private final Banner banner;
    private final Theme theme;
    private final Frames frames = new Frames();

    private Surface(Panel page, Theme theme) {
        this.page = page;
        this.theme = theme;
        banner = new Banner(page);
        theme.onChange(frames::askAll);
    }

    /** That of a page's first program, which lets the reader choose the colours. */
    static Surface of(Panel page) {
        return new Surface(page, Theme.chosenIn(page));
    }

    /** That of a program which joins another on its page. */
    public static Surface joined() {
        return new Surface(Panel.joinedPage(), Theme.asChosen());
    }

    /** All of the page, for what stands in it once. */
    public Panel page() {
        return page;
    }

    public Banner banner() {
        return banner;
    }

    public Frames frames() {
        return frames;
    }

    public Theme theme() {
        return theme;
    }
}
