package microgpt.web.race;

import java.util.ArrayList;
import java.util.List;
import microgpt.config.OnlinePreset;
import microgpt.web.dom.Browser;
import microgpt.web.recipe.RaceLink;
import microgpt.web.shell.Shell;
import microgpt.web.shell.SiteFiles;
import microgpt.web.text.Catalogue;
import org.teavm.jso.browser.Window;

/** The entry point of the race: fetches what can be raced, and opens the page with what its link asks for. */
public final class RaceMain {
    private static final String CATALOGUE = "lab.json";
    private static final String PRESETS = "configs/presets.json";

    private RaceMain() {}

    public static void main(String[] args) {
        Shell shell = new Shell();
        SiteFiles.fetch(List.of(CATALOGUE, PRESETS), shell.banner(), files -> {
            try {
                Catalogue catalogue = Catalogue.parse(files.text(CATALOGUE));
                fetchRecipes(shell, catalogue, OnlinePreset.parseList(files.text(PRESETS), PRESETS));
            } catch (IllegalArgumentException e) {
                shell.banner().missingFile(String.valueOf(e.getMessage()));
            }
        });
        Window.current().onHashChange(event -> Browser.reload());
    }

    private static void fetchRecipes(Shell shell, Catalogue catalogue, List<OnlinePreset> presets) {
        List<String> names = Offers.files(presets);
        SiteFiles.fetch(names, shell.banner(), files -> {
            List<String> texts = new ArrayList<>();
            names.forEach(name -> texts.add(files.text(name)));
            try {
                new RacePage(shell, Offers.of(catalogue, presets, texts), RaceLink.parse(Browser.hash()));
            } catch (IllegalArgumentException e) {
                shell.banner().missingFile(String.valueOf(e.getMessage()));
            }
        });
    }
}
