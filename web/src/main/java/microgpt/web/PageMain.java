package microgpt.web;

import microgpt.protocol.Source;
import microgpt.web.dom.Browser;
import microgpt.web.text.Catalogue;
import microgpt.web.view.Banner;

/** The page's entry point: fetches what the page offers, opens the dashboard, and starts the first run. */
public final class PageMain {
    private PageMain() {}

    public static void main(String[] args) {
        Banner banner = new Banner();
        Browser.fetchText("lab.json", json -> open(banner, Catalogue.parse(json)), why -> missing(banner, why));
    }

    private static void open(Banner banner, Catalogue catalogue) {
        Lab lab = new Lab(banner);
        lab.open(new Dashboard(lab, banner, catalogue));
        String preset = catalogue.presets().get(0).name();
        String plan = catalogue.plans().get(0).name();
        Browser.fetchText(
                "configs/" + preset + ".json",
                recipe -> Browser.fetchText(
                        "configs/" + plan + ".json",
                        phases -> lab.start(recipe, new Source.Phases(phases)),
                        why -> missing(banner, why)),
                why -> missing(banner, why));
    }

    private static void missing(Banner banner, String why) {
        banner.say(
                "A file of this page could not be loaded (" + why + "). Check the connection and reload; if you host "
                        + "this page yourself, see that every file of the site was copied.");
    }
}
