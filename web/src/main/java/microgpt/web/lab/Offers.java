package microgpt.web.lab;

import java.util.List;
import microgpt.config.OnlinePreset;
import microgpt.numeric.Nullable;
import microgpt.web.text.Catalogue;

/** What a laboratory offers: built-in streams, presets, and the explanations of their settings. */
record Offers(Catalogue catalogue, List<OnlinePreset> presets) {
    Offers {
        if (catalogue.plans().isEmpty()) {
            throw new IllegalArgumentException("a laboratory must offer at least one plan");
        }
    }

    /**
     * Reads the two files.
     *
     * @throws IllegalArgumentException if they are not what they should be
     */
    static Offers parse(String catalogue, String presets, String presetsFile) {
        return new Offers(Catalogue.parse(catalogue), OnlinePreset.parseList(presets, presetsFile));
    }

    /** The preset with this id, null if there is none. */
    @Nullable OnlinePreset preset(String id) {
        for (OnlinePreset preset : presets) {
            if (preset.id().equals(id)) {
                return preset;
            }
        }
        return null;
    }

    /** The preset to begin with. */
    OnlinePreset defaultPreset() {
        for (OnlinePreset preset : presets) {
            if (preset.isDefault()) {
                return preset;
            }
        }
        return presets.get(0);
    }

    /** The name of the plan to begin with. */
    String defaultPlan() {
        return catalogue.plans().get(0).name();
    }

    boolean hasPlan(String name) {
        for (Catalogue.Choice plan : catalogue.plans()) {
            if (plan.name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
