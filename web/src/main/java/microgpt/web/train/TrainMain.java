package microgpt.web.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import microgpt.config.BatchPreset;
import microgpt.config.BatchRecipe;
import microgpt.web.dom.Browser;
import microgpt.web.shell.Banner;
import microgpt.web.text.Catalogue;

/** The entry point of the page that trains by batches: fetches what it offers, and opens it with the recipe of the link. */
public final class TrainMain {
    private static final String MODEL = "configs/model.byte-tinygpt-v0.json";
    private static final String TRAINING = "configs/training.json";
    private static final String PRESETS = "configs/training.presets.json";
    private static final String CATALOGUE = "train.json";

    private final Banner banner = new Banner();
    private final List<String> missing = new ArrayList<>(List.of(MODEL, TRAINING, PRESETS, CATALOGUE));
    private final Map<String, String> files = new HashMap<>();

    private TrainMain() {}

    public static void main(String[] args) {
        new TrainMain().fetchAll();
    }

    private void fetchAll() {
        for (String file : List.copyOf(missing)) {
            Browser.fetchText(
                    file,
                    text -> {
                        files.put(file, text);
                        missing.remove(file);
                        if (missing.isEmpty()) {
                            open();
                        }
                    },
                    this::missing);
        }
    }

    private String text(String file) {
        return files.getOrDefault(file, "");
    }

    private void open() {
        BatchRecipe usual;
        List<BatchPreset> presets;
        Catalogue catalogue;
        try {
            usual = BatchRecipe.parse(text(MODEL), MODEL, text(TRAINING), TRAINING);
            presets = BatchPreset.parseList(text(PRESETS), PRESETS);
            catalogue = Catalogue.parse(text(CATALOGUE));
        } catch (IllegalArgumentException e) {
            missing(String.valueOf(e.getMessage()));
            return;
        }
        RecipeHash wanted = RecipeHash.parse(Browser.hash());
        if (!wanted.complaints().isEmpty()) {
            banner.say("Not everything in this link could be used: " + String.join("; ", wanted.complaints()) + ".");
        }
        new TrainPage(banner, usual, presets, catalogue, wanted).open();
    }

    private void missing(String why) {
        banner.say(
                "A file of this page could not be loaded (" + why + "). Check the connection and reload; if you host "
                        + "this page yourself, see that every file of the site was copied.");
    }
}
