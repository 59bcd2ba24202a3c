package microgpt.web.train;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import microgpt.config.ConfigException;
import microgpt.config.TrainingPreset;
import microgpt.config.TrainingRecipe;
import microgpt.protocol.TrainReport;
import microgpt.web.dom.Dom;
import microgpt.web.view.Banner;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** The size of the model and how to train it: a preset, and what the reader changes of it. */
final class RecipeView {
    private final TrainingRecipe usual;
    private final List<TrainingPreset> presets;
    private final HTMLSelectElement preset = Dom.as("preset");
    private final HTMLElement note = Dom.byId("preset-note");
    private final Map<String, String> changes = new TreeMap<>();

    RecipeView(
            Banner banner, TrainingRecipe usual, List<TrainingPreset> presets, TrainRecipe wanted, Runnable onChange) {
        this.usual = usual;
        this.presets = presets;
        for (TrainingPreset one : presets) {
            Dom.append(preset, "option", "", one.label()).setAttribute("value", one.id());
        }
        preset.setValue(wanted.preset().isEmpty() ? usualPreset() : wanted.preset());
        try {
            usual.withAll(chosen().changes()).withAll(wanted.changes());
            changes.putAll(wanted.changes());
        } catch (ConfigException e) {
            banner.add("Not everything in this link could be used: " + e.getMessage() + ".");
        }
        preset.onEvent("change", event -> {
            changes.clear();
            describe();
            onChange.run();
        });
        describe();
    }

    private String usualPreset() {
        for (TrainingPreset one : presets) {
            if (one.isDefault()) {
                return one.id();
            }
        }
        return presets.get(0).id();
    }

    private TrainingPreset chosen() {
        for (TrainingPreset one : presets) {
            if (one.id().equals(preset.getValue())) {
                return one;
            }
        }
        return presets.get(0);
    }

    private void describe() {
        Dom.text(note, chosen().description());
    }

    /** What is to be trained now. */
    TrainingRecipe recipe() {
        return usual.withAll(chosen().changes()).withAll(changes);
    }

    /** The preset's name for a link: empty for the default. */
    String preset() {
        String id = preset.getValue();
        return id.equals(usualPreset()) ? "" : id;
    }

    /** What differs from the preset. */
    Map<String, String> changes() {
        return changes;
    }

    void show(TrainReport.Started report) {}

    void show(TrainReport.Tuned report) {}
}
