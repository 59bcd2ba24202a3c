package microgpt.web.lab;

import java.util.List;
import microgpt.config.ConfigException;
import microgpt.config.OnlinePreset;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.shell.Banner;
import microgpt.web.text.Catalogue;
import microgpt.web.text.RecipeLink;
import org.teavm.jso.browser.Window;

/** The page's entry point: fetches what the page offers, opens the dashboard, and starts the run of the link. */
public final class LabMain {
    private static final String PRESETS = "presets.json";

    private final Banner banner = new Banner();

    private LabMain() {}

    public static void main(String[] args) {
        new LabMain().fetchOffers();
    }

    private void fetchOffers() {
        Browser.fetchText(
                "lab.json",
                offers -> Browser.fetchText("configs/" + PRESETS, presets -> open(offers, presets), this::missing),
                this::missing);
    }

    private void open(String offers, String presetList) {
        Catalogue catalogue = Catalogue.parse(offers);
        List<OnlinePreset> presets;
        try {
            presets = OnlinePreset.parseList(presetList, PRESETS);
        } catch (ConfigException e) {
            missing(String.valueOf(e.getMessage()));
            return;
        }
        RecipeLink link = RecipeLink.parse(Browser.hash());
        if (!link.complaints().isEmpty()) {
            banner.add("Not everything in this link could be used: " + String.join("; ", link.complaints()) + ".");
        }
        Lab lab = new Lab(banner, presets, catalogue.plans().get(0).name());
        StreamChooser library = new StreamChooser(lab, banner);
        lab.connect(new Dashboard(lab, banner, catalogue, presets, library));
        lab.load(preset(presets, link.preset()), link.changes(), () -> library.openPlan(plan(catalogue, link.plan())));
        Window.current().onHashChange(event -> Browser.reload());
        Dom.byId("copy-link").onClick(event -> copyLink(lab.readsOwnText()));
    }

    private OnlinePreset preset(List<OnlinePreset> presets, String wanted) {
        OnlinePreset otherwise = presets.get(0);
        for (OnlinePreset preset : presets) {
            if (preset.id().equals(wanted)) {
                return preset;
            }
            otherwise = preset.isDefault() ? preset : otherwise;
        }
        if (!wanted.isEmpty()) {
            banner.add("This link asks for a preset “" + wanted + "” that is not here; it is read with the default.");
        }
        return otherwise;
    }

    private String plan(Catalogue catalogue, String wanted) {
        for (Catalogue.Choice plan : catalogue.plans()) {
            if (plan.name().equals(wanted)) {
                return wanted;
            }
        }
        if (!wanted.isEmpty()) {
            banner.add("This link asks for a plan “" + wanted + "” that is not here; the default is read instead.");
        }
        return catalogue.plans().get(0).name();
    }

    private void copyLink(boolean own) {
        Browser.copy(
                Browser.address() + Browser.hash(),
                () -> Dom.text(Dom.byId("copy-link"), own ? "Link copied, without your text" : "Link copied"),
                () -> banner.say("The link could not be copied; it is in the address bar: " + Browser.address()
                        + Browser.hash()));
    }

    private void missing(String why) {
        banner.say(
                "A file of this page could not be loaded (" + why + "). Check the connection and reload; if you host "
                        + "this page yourself, see that every file of the site was copied.");
    }
}
