package microgpt.web.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import microgpt.config.BatchPreset;
import microgpt.config.BatchRecipe;
import microgpt.config.ConfigException;
import microgpt.config.ConfigKey;
import microgpt.engine.BatchConfig;
import microgpt.web.dom.Dom;
import microgpt.web.shell.Banner;
import microgpt.web.shell.SettingField;
import microgpt.web.text.Catalogue;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLButtonElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLSelectElement;
import org.teavm.jso.dom.html.HTMLTextAreaElement;

/** The size of the model and how to train it: a preset, and what the reader changes of it, key by key or as JSON. */
final class RecipeView {
    private final TrainDraft draft;
    private final Runnable onChange;
    private final HTMLSelectElement preset = Dom.as("preset");
    private final HTMLElement note = Dom.byId("preset-note");
    private final HTMLButtonElement revert = Dom.as("recipe-revert");
    private final HTMLElement changed = Dom.byId("recipe-changed");
    private final HTMLTextAreaElement modelJson = Dom.as("model-json");
    private final HTMLTextAreaElement trainingJson = Dom.as("training-json");
    private final HTMLElement jsonError = Dom.byId("json-error");
    private final Map<String, SettingField> fields = new LinkedHashMap<>();

    RecipeView(
            Banner banner,
            BatchRecipe usual,
            List<BatchPreset> presets,
            Catalogue catalogue,
            RecipeHash wanted,
            Runnable onChange) {
        draft = new TrainDraft(usual, presets);
        this.onChange = onChange;
        for (BatchPreset one : presets) {
            int parameters = usual.withAll(one.changes()).batches().model().parameterCount();
            Dom.append(preset, "option", "", one.label() + " · " + Numbers.grouped(parameters) + " parameters")
                    .setAttribute("value", one.id());
        }
        List<String> complaints = draft.take(wanted.preset(), wanted.changes());
        if (!complaints.isEmpty()) {
            banner.add("Not everything in this link could be used: " + String.join("; ", complaints) + ".");
        }
        build(catalogue);
        preset.onEvent("change", event -> {
            draft.choose(preset.getValue());
            changed();
        });
        revert.onClick(event -> {
            draft.revert();
            changed();
        });
        Dom.byId("json-use").onClick(event -> paste());
        show();
    }

    /** The first group of the catalogue stands in the open, the others behind a heading. */
    private void build(Catalogue catalogue) {
        Map<String, ConfigKey> keys = new LinkedHashMap<>();
        for (ConfigKey key : BatchRecipe.keys()) { // a change here waits for the next run, whatever the key
            keys.put(key.dotted(), new ConfigKey(key.dotted(), key.type(), key.choices(), false));
        }
        HTMLElement parent = Dom.byId("settings-basic");
        for (Catalogue.Group group : catalogue.settings()) {
            HTMLElement set = Dom.append(parent, "fieldset", "", "");
            Dom.append(set, "legend", "", group.title());
            for (Catalogue.Setting setting : group.settings()) {
                ConfigKey key = keys.get(setting.key());
                if (key != null) {
                    fields.put(key.dotted(), new SettingField(set, key, setting, this::edit));
                }
            }
            parent = Dom.byId("settings");
        }
    }

    private void edit(String key, String value) {
        draft.edit(key, value);
        changed();
    }

    private void paste() {
        try {
            draft.paste(modelJson.getValue(), trainingJson.getValue());
            Dom.text(jsonError, "");
            changed();
        } catch (ConfigException e) {
            Dom.text(jsonError, e.getMessage() + ".");
        }
    }

    private void changed() {
        show();
        onChange.run();
    }

    private void show() {
        preset.setValue(draft.preset());
        BatchConfig batches = draft.wanted().batches();
        Dom.text(
                note,
                draft.description() + " " + Numbers.grouped(batches.model().parameterCount())
                        + " parameters; training needs " + Numbers.bytes(batches.memoryBytes()) + " of memory.");
        boolean anyDiffers = false;
        for (Map.Entry<String, SettingField> field : fields.entrySet()) {
            boolean differs = draft.differs(field.getKey());
            anyDiffers |= differs;
            field.getValue().show(draft.value(field.getKey()), differs);
            field.getValue().complain(field.getKey().equals(draft.complaintKey()) ? draft.complaint() : "");
        }
        revert.setDisabled(!anyDiffers);
        Dom.text(changed, changedLabels());
        modelJson.setValue(draft.wanted().modelJson());
        trainingJson.setValue(draft.wanted().trainingJson());
    }

    private String changedLabels() {
        StringBuilder labels = new StringBuilder();
        for (Map.Entry<String, SettingField> field : fields.entrySet()) {
            if (draft.differs(field.getKey())) {
                labels.append(labels.length() == 0 ? "Changed: " : ", ")
                        .append(field.getValue().label());
            }
        }
        return labels.toString();
    }

    /**
     * What is to be trained now.
     *
     * @throws ConfigException if the changes make no sense
     */
    BatchRecipe recipe() {
        if (!draft.complaint().isEmpty()) {
            throw new ConfigException(draft.complaint());
        }
        return draft.wanted();
    }

    /** The preset's name for a link: empty for the default. */
    String preset() {
        return draft.presetForLink();
    }

    /** What differs from the preset. */
    Map<String, String> changes() {
        return draft.changes();
    }
}
