package microgpt.web.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import microgpt.config.ConfigKey;
import microgpt.config.OnlinePreset;
import microgpt.config.OnlineRecipe;
import microgpt.web.dom.Dom;
import microgpt.web.shell.SettingField;
import microgpt.web.text.Catalogue;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLButtonElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Every key of the recipe with its explanation; what can change at once does, the rest waits for a restart. */
public final class SettingsView {
    /** What the reader does here. */
    public interface Listener {
        void edit(String key, String value);

        void restart();

        void revert();

        /** Another preset, by its id. */
        void choose(String preset);
    }

    private final Listener listener;
    private final List<OnlinePreset> presets;
    private final HTMLSelectElement preset = Dom.as("preset");
    private final HTMLElement presetNote = Dom.byId("preset-note");
    private final Map<String, SettingField> fields = new LinkedHashMap<>();
    private final HTMLElement form = Dom.byId("settings");
    private final HTMLElement error = Dom.byId("settings-error");
    private final HTMLElement pending = Dom.byId("pending");
    private final HTMLElement preflight = Dom.byId("preflight");
    private final HTMLButtonElement restart = Dom.as("restart");
    private final HTMLButtonElement revert = Dom.as("revert");

    public SettingsView(Catalogue catalogue, List<OnlinePreset> presets, Listener listener) {
        this.presets = presets;
        this.listener = listener;
        build(catalogue);
        for (OnlinePreset each : presets) {
            Dom.append(preset, "option", "", each.label()).setAttribute("value", each.id());
        }
        preset.onEvent("change", event -> listener.choose(preset.getValue()));
        form.onEvent("submit", event -> {
            event.preventDefault();
            restartIfAllowed();
        });
        restart.onClick(event -> restartIfAllowed());
        revert.onClick(event -> listener.revert());
    }

    public void show(Draft draft) {
        preset.setValue(draft.preset());
        for (OnlinePreset each : presets) {
            if (each.id().equals(draft.preset())) {
                Dom.text(presetNote, each.description());
            }
        }
        boolean anyDiffers = false;
        for (Map.Entry<String, SettingField> field : fields.entrySet()) {
            boolean differs = draft.differs(field.getKey());
            anyDiffers |= differs;
            field.getValue().show(draft.value(field.getKey()), differs);
        }
        Dom.text(error, draft.complaint());
        Estimate estimate = Estimate.of(draft.wanted().online());
        Dom.text(
                preflight,
                Numbers.grouped(estimate.parameters()) + " parameters, about " + Numbers.bytes(estimate.memoryBytes())
                        + " of memory.");
        List<String> waiting = draft.pending();
        Dom.text(pending, waiting.isEmpty() ? "" : "Waiting for a restart: " + labels(waiting) + ".");
        restart.setDisabled(waiting.isEmpty() || !draft.complaint().isEmpty());
        revert.setDisabled(!anyDiffers);
    }

    private void restartIfAllowed() {
        if (!restart.isDisabled()) {
            listener.restart();
        }
    }

    private String labels(List<String> keys) {
        List<String> labels = new ArrayList<>();
        for (String key : keys) {
            SettingField field = fields.get(key);
            labels.add(field == null ? key : field.label());
        }
        return String.join(", ", labels);
    }

    /** In the order of the catalogue; keys that it does not know come last, by their own names. */
    private void build(Catalogue catalogue) {
        Map<String, ConfigKey> keys = new LinkedHashMap<>();
        for (ConfigKey key : OnlineRecipe.keys()) {
            keys.put(key.dotted(), key);
        }
        for (Catalogue.Group group : catalogue.settings()) {
            HTMLElement set = fieldset(group.title());
            for (Catalogue.Setting setting : group.settings()) {
                ConfigKey key = keys.remove(setting.key());
                if (key != null) {
                    add(set, key, setting);
                }
            }
        }
        if (!keys.isEmpty()) {
            HTMLElement set = fieldset("Others");
            for (ConfigKey key : keys.values()) {
                add(set, key, new Catalogue.Setting(key.dotted(), key.dotted(), "", ""));
            }
        }
    }

    private HTMLElement fieldset(String title) {
        HTMLElement set = Dom.append(form, "fieldset", "", "");
        Dom.append(set, "legend", "", title);
        return set;
    }

    private void add(HTMLElement set, ConfigKey key, Catalogue.Setting setting) {
        fields.put(key.dotted(), new SettingField(set, key, setting, listener::edit));
    }
}
