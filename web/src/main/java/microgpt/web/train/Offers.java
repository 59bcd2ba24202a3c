package microgpt.web.train;

import java.util.List;
import microgpt.config.BatchPreset;
import microgpt.config.BatchRecipe;
import microgpt.numeric.Nullable;
import microgpt.web.text.Catalogue;

/** What can be trained: models as changes of the usual recipe, and the explanations of its settings. */
record Offers(BatchRecipe usual, List<BatchPreset> presets, Catalogue catalogue) {
    /** The preset with this id, null if there is none. */
    @Nullable BatchPreset preset(String id) {
        for (BatchPreset preset : presets) {
            if (preset.id().equals(id)) {
                return preset;
            }
        }
        return null;
    }

    /** The preset to begin with. */
    BatchPreset defaultPreset() {
        for (BatchPreset preset : presets) {
            if (preset.isDefault()) {
                return preset;
            }
        }
        return presets.get(0);
    }

    /** The recipe of a preset. */
    BatchRecipe recipe(BatchPreset preset) {
        return usual.withAll(preset.changes());
    }
}
