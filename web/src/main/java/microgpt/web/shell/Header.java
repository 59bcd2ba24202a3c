package microgpt.web.shell;

import java.util.function.BooleanSupplier;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import org.teavm.jso.dom.html.HTMLElement;

/** What the top of a page says of it: which back end computes, and where to copy the link that leads here again. */
public final class Header {
    private final Panel page;
    private final Banner banner;

    Header(Panel page, Banner banner) {
        this.page = page;
        this.banner = banner;
    }

    /** Names the back end; {@code why} says in a sentence why that one. */
    public void showBackend(String name, String why) {
        HTMLElement chip = page.part("backend");
        Dom.text(chip, name);
        chip.setTitle(why);
        chip.setHidden(false);
    }

    /** Lets the reader copy the address; {@code leavesTextOut} says whether there is a text of theirs that is not in it. */
    public void offerLink(BooleanSupplier leavesTextOut) {
        HTMLElement button = page.part("copy-link");
        button.onClick(event -> {
            String link = Browser.address() + Browser.hash();
            String copied = leavesTextOut.getAsBoolean() ? "Link copied, without your text" : "Link copied";
            Browser.copy(
                    link,
                    () -> Dom.text(button, copied),
                    () -> banner.say("The link could not be copied; it is in the address bar: " + link));
        });
    }
}
