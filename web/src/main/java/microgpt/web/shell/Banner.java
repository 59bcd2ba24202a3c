package microgpt.web.shell;

import java.util.List;
import microgpt.web.dom.Panel;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;

/** What went wrong, in plain words, on top of the page. */
public final class Banner {
    private final HTMLElement banner;
    private final HTMLElement text;

    Banner(Panel page) {
        banner = page.part("banner");
        text = page.part("banner-text");
        page.part("banner-close").onClick(event -> clear());
    }

    public void say(String message) {
        text.setTextContent(message);
        banner.setHidden(false);
    }

    /** Says something more, beside what is said already. */
    public void add(String message) {
        say(banner.isHidden() ? message : text.getTextContent() + " " + message);
    }

    /** A part of the site is not there, or is not what it should be. */
    public void missingFile(String why) {
        say(missingFileText(why));
    }

    /** The worker broke; {@code whatNow} is a sentence or two. */
    public void workerStopped(String why, String whatNow) {
        say("The part of the page that computes has stopped (" + why + "). " + whatNow);
    }

    /** What of a link could not be used, one clause each; nothing is said if that is nothing. */
    public void refuse(List<String> complaints) {
        if (!complaints.isEmpty()) {
            add("Not everything in this link could be used: " + String.join("; ", complaints) + ".");
        }
    }

    public void clear() {
        banner.setHidden(true);
    }

    /** What is said of a part of the site that is not there, in the words of the script that guards the page before this program is there. */
    @JSBody(params = "why", script = "return guard.missingFile(why);")
    public static native String missingFileText(String why);
}
