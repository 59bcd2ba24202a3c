package microgpt.web.lab;

import java.util.Map;
import java.util.function.Consumer;
import microgpt.config.ConfigException;
import microgpt.config.OnlinePreset;
import microgpt.config.OnlineRecipe;
import microgpt.web.dom.Browser;
import microgpt.web.recipe.Draft;
import microgpt.web.shell.Banner;

/** The file of a preset, as the draft that a reader may change. */
final class PresetFile {
    private PresetFile() {}

    /** Fetches it, with {@code changes}; what of them it cannot take is said in the banner, why it cannot be had is told {@code failed}. */
    static void fetch(
            OnlinePreset preset,
            Map<String, String> changes,
            Banner banner,
            Consumer<Draft<OnlineRecipe>> then,
            Consumer<String> failed) {
        Browser.fetchText(
                "configs/" + preset.file(),
                json -> {
                    try {
                        Draft<OnlineRecipe> fresh = new Draft<>(preset.id(), OnlineRecipe.parse(json, preset.file()));
                        banner.refuse(fresh.take(changes));
                        then.accept(fresh);
                    } catch (ConfigException e) {
                        failed.accept(String.valueOf(e.getMessage()));
                    }
                },
                why -> failed.accept(Banner.missingFileText(why)));
    }
}
