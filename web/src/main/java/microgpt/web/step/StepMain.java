package microgpt.web.step;

import microgpt.web.dom.Browser;
import microgpt.web.shell.Banner;

/** The entry point of the page that steps through a GPT. */
public final class StepMain {
    private StepMain() {}

    public static void main(String[] args) {
        Banner banner = new Banner();
        Browser.fetchText(
                "names.txt",
                names -> new StepPage(banner, names).open(),
                why -> banner.say(
                        "The list of names could not be loaded (" + why + "). Check the connection and reload."));
    }
}
