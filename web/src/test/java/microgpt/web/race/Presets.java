package microgpt.web.race;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import microgpt.config.OnlinePreset;
import microgpt.web.text.Catalogue;

/** What the site offers to race. */
final class Presets {
    private static final Path ROOT = Path.of("..");

    private Presets() {}

    static Offers offers() {
        List<OnlinePreset> presets = OnlinePreset.parseList(text("configs/presets.json"), "presets.json");
        List<String> texts = new ArrayList<>();
        Offers.files(presets).forEach(file -> texts.add(text(file)));
        return Offers.of(Catalogue.parse(text("static/lab.json")), presets, texts);
    }

    private static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
