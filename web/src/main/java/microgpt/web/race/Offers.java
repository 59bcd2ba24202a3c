package microgpt.web.race;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import microgpt.config.OnlinePreset;
import microgpt.config.OnlineRecipe;
import microgpt.numeric.Nullable;
import microgpt.web.recipe.Draft;
import microgpt.web.recipe.RaceLink;
import microgpt.web.text.Catalogue;

/** What there is to race: built-in streams, presets with their recipes, and the explanations of their settings. */
record Offers(Catalogue catalogue, List<OnlinePreset> presets, Map<String, OnlineRecipe> recipes) {
    private static final String FOLDER = "configs/";

    /** The files of the presets, relative to the page. */
    static List<String> files(List<OnlinePreset> presets) {
        List<String> files = new ArrayList<>();
        for (OnlinePreset preset : presets) {
            files.add(FOLDER + preset.file());
        }
        return files;
    }

    /** The file of a stream, relative to the page. */
    static String planFile(String plan) {
        return FOLDER + plan + ".json";
    }

    /**
     * Reads the recipes, in the order of the presets.
     *
     * @throws IllegalArgumentException if one is not what it should be
     */
    static Offers of(Catalogue catalogue, List<OnlinePreset> presets, List<String> texts) {
        Map<String, OnlineRecipe> recipes = new LinkedHashMap<>();
        for (int i = 0; i < presets.size(); i++) {
            OnlinePreset preset = presets.get(i);
            recipes.put(preset.id(), OnlineRecipe.parse(texts.get(i), preset.file()));
        }
        return new Offers(catalogue, presets, recipes);
    }

    boolean has(String preset) {
        return recipes.containsKey(preset);
    }

    String defaultPreset() {
        for (OnlinePreset preset : presets) {
            if (preset.isDefault()) {
                return preset.id();
            }
        }
        return presets.get(0).id();
    }

    String label(String id) {
        for (OnlinePreset preset : presets) {
            if (preset.id().equals(id)) {
                return preset.label();
            }
        }
        return id;
    }

    /** A preset as it is; it must be on offer. */
    Draft<OnlineRecipe> draft(String preset) {
        OnlineRecipe recipe = recipes.get(preset);
        if (recipe == null) {
            throw new IllegalArgumentException("there is no preset “" + preset + "”");
        }
        return new Draft<>(preset, recipe);
    }

    /** The plan with this name; the first one if there is none. */
    Catalogue.Choice plan(String name) {
        @Nullable Catalogue.Choice found = null;
        for (Catalogue.Choice plan : catalogue.plans()) {
            found = plan.name().equals(name) ? plan : found;
        }
        return found == null ? catalogue.plans().get(0) : found;
    }

    /** What a link that asks for no contenders gets: the default against itself without replay. */
    List<RaceLink.Contender> usual() {
        return List.of(
                new RaceLink.Contender(defaultPreset(), Map.of()),
                new RaceLink.Contender(defaultPreset(), Map.of("experience_replay.enabled", "false")));
    }
}
