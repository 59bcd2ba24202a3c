package microgpt.web.train;

import java.util.List;
import java.util.function.Consumer;
import microgpt.config.ConfigException;
import microgpt.config.TrainingPreset;
import microgpt.config.TrainingRecipe;
import microgpt.web.dom.Browser;
import microgpt.web.view.Banner;

/** The entry point of the page that trains by batches: fetches what it offers, and opens it with the recipe of the link. */
public final class TrainMain {
    private static final String MODEL = "model.byte-tinygpt-v0.json";
    private static final String TRAINING = "training.json";
    private static final String PRESETS = "training.presets.json";

    private final Banner banner = new Banner();

    private TrainMain() {}

    public static void main(String[] args) {
        TrainMain main = new TrainMain();
        main.fetch(
                MODEL,
                model -> main.fetch(
                        TRAINING,
                        training -> main.fetch(PRESETS, presets -> {
                            main.open(model, training, presets);
                        })));
    }

    private void fetch(String config, Consumer<String> done) {
        Browser.fetchText("configs/" + config, done::accept, this::missing);
    }

    private void open(String model, String training, String presetList) {
        TrainingRecipe usual;
        List<TrainingPreset> presets;
        try {
            usual = TrainingRecipe.parse(model, MODEL, training, TRAINING);
            presets = TrainingPreset.parseList(presetList, PRESETS);
        } catch (ConfigException e) {
            missing(String.valueOf(e.getMessage()));
            return;
        }
        TrainRecipe wanted = TrainRecipe.parse(Browser.hash());
        if (!wanted.complaints().isEmpty()) {
            banner.say("Not everything in this link could be used: " + String.join("; ", wanted.complaints()) + ".");
        }
        new TrainPage(banner, usual, presets, wanted).open();
    }

    private void missing(String why) {
        banner.say(
                "A file of this page could not be loaded (" + why + "). Check the connection and reload; if you host "
                        + "this page yourself, see that every file of the site was copied.");
    }
}
