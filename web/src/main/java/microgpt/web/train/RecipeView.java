package microgpt.web.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import microgpt.config.BatchPreset;
import microgpt.config.BatchRecipe;
import microgpt.config.ConfigException;
import microgpt.config.ConfigKey;
import microgpt.engine.BatchConfig;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.recipe.Draft;
import microgpt.web.shell.Banner;
import microgpt.web.shell.SettingForm;
import microgpt.web.text.Catalogue;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLButtonElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLSelectElement;
import org.teavm.jso.dom.html.HTMLTextAreaElement;

/** The size of the model and how to train it: a preset, and what the reader changes of it, key by key or as JSON. */
final class RecipeView {
    private final Offers offers;
    private final Runnable onChange;
    private final HTMLSelectElement preset;
    private final HTMLElement note;
    private final HTMLButtonElement revert;
    private final HTMLElement changed;
    private final HTMLTextAreaElement modelJson;
    private final HTMLTextAreaElement trainingJson;
    private final HTMLElement jsonError;
    private final SettingForm settings;
    private BatchPreset chosen;
    private Draft<BatchRecipe> draft;

    RecipeView(Panel root, Banner banner, Offers offers, TrainLink wanted, Runnable onChange) {
        this.offers = offers;
        this.onChange = onChange;
        preset = root.as("preset");
        note = root.part("preset-note");
        revert = root.as("recipe-revert");
        changed = root.part("recipe-changed");
        modelJson = root.as("model-json");
        trainingJson = root.as("training-json");
        jsonError = root.part("json-error");
        for (BatchPreset one : offers.presets()) {
            int parameters = offers.recipe(one).batches().model().parameterCount();
            Dom.append(preset, "option", "", one.label() + " · " + Numbers.grouped(parameters) + " parameters")
                    .setAttribute("value", one.id());
        }
        BatchPreset linked = offers.preset(wanted.preset());
        chosen = linked == null ? offers.defaultPreset() : linked;
        draft = new Draft<>(chosen.id(), offers.recipe(chosen));
        if (linked == null && !wanted.preset().isEmpty()) {
            banner.refuse(List.of("there is no model \"" + wanted.preset() + "\""));
        }
        banner.refuse(draft.take(wanted.changes()));
        settings = new SettingForm(root, keys(), this::edit);
        HTMLElement parent =
                root.part("settings-basic"); // the first group stands in the open, the others behind a heading
        for (Catalogue.Group group : offers.catalogue().groupsOf(BatchRecipe.KEYS)) {
            settings.add(parent, group);
            parent = root.part("settings");
        }
        preset.onEvent("change", event -> choose(preset.getValue()));
        revert.onClick(event -> {
            draft.revert();
            changed();
        });
        root.part("json-use").onClick(event -> paste());
        show();
    }

    /** A change here waits for the next run, whatever the key. */
    private static List<ConfigKey> keys() {
        List<ConfigKey> keys = new ArrayList<>();
        for (ConfigKey key : BatchRecipe.KEYS) {
            keys.add(new ConfigKey(key.dotted(), key.type(), key.choices(), false));
        }
        return keys;
    }

    private void choose(String id) {
        BatchPreset other = offers.preset(id);
        if (other != null) {
            chosen = other;
            draft = new Draft<>(other.id(), offers.recipe(other));
            changed();
        }
    }

    private void edit(String key, String value) {
        draft.edit(key, value);
        changed();
    }

    private void paste() {
        try {
            draft.replace(
                    BatchRecipe.parse(modelJson.getValue(), "the model", trainingJson.getValue(), "the training"));
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
                chosen.description() + " " + Numbers.grouped(batches.model().parameterCount())
                        + " parameters; training needs " + Numbers.bytes(batches.memoryBytes()) + " of memory.");
        settings.show(draft);
        settings.complain(draft.complaintKey(), draft.complaint());
        List<String> labels = settings.changed(draft);
        revert.setDisabled(labels.isEmpty());
        Dom.text(changed, labels.isEmpty() ? "" : "Changed: " + String.join(", ", labels));
        modelJson.setValue(draft.wanted().modelJson());
        trainingJson.setValue(draft.wanted().trainingJson());
    }

    /** Why what the reader has changed cannot be trained; empty if it can. */
    String complaint() {
        return draft.complaint();
    }

    /** What is to be trained now, if there is no {@link #complaint}. */
    BatchRecipe recipe() {
        return draft.wanted();
    }

    /** The preset's name for a link: empty for the default. */
    String preset() {
        return chosen.isDefault() ? "" : chosen.id();
    }

    /** What differs from the preset. */
    Map<String, String> changes() {
        return draft.changes();
    }
}
