package microgpt.web.train;

import java.util.List;
import microgpt.config.BatchPreset;
import microgpt.config.BatchRecipe;
import microgpt.web.dom.Browser;
import microgpt.web.shell.Shell;
import microgpt.web.shell.SiteFiles;
import microgpt.web.text.Catalogue;

/** The entry point of the page that trains by batches: fetches what it offers, and opens it with the recipe of the link. */
public final class TrainMain {
    private static final String MODEL = "configs/model.byte-tinygpt-v0.json";
    private static final String TRAINING = "configs/training.json";
    private static final String PRESETS = "configs/training.presets.json";
    private static final String CATALOGUE = "train.json";

    private TrainMain() {}

    public static void main(String[] args) {
        Shell shell = new Shell();
        SiteFiles.fetch(List.of(MODEL, TRAINING, PRESETS, CATALOGUE), shell.banner(), files -> {
            try {
                open(shell, offers(files));
            } catch (IllegalArgumentException e) {
                shell.banner().missingFile(String.valueOf(e.getMessage()));
            }
        });
    }

    private static Offers offers(SiteFiles files) {
        return new Offers(
                BatchRecipe.parse(files.text(MODEL), MODEL, files.text(TRAINING), TRAINING),
                BatchPreset.parseList(files.text(PRESETS), PRESETS),
                Catalogue.parse(files.text(CATALOGUE)));
    }

    private static void open(Shell shell, Offers offers) {
        TrainLink wanted = TrainLink.parse(Browser.hash());
        shell.banner().refuse(wanted.complaints());
        new TrainPage(shell, offers, wanted);
    }
}
