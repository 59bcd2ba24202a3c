package microgpt.web.lab;

import java.util.List;
import microgpt.config.OnlinePreset;
import microgpt.config.OnlineRecipe;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.recipe.Draft;
import microgpt.web.shell.Banner;
import microgpt.web.shell.Note;
import microgpt.web.shell.SettingForm;
import microgpt.web.text.Catalogue;
import microgpt.web.text.Numbers;
import microgpt.web.text.SettingWords;
import org.teavm.jso.dom.html.HTMLButtonElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Every key of the recipe with its explanation; what can change at once does, the rest waits for a restart. */
final class SettingsView {
    /** What the reader does here. */
    interface Listener {
        void edit(String key, String value);

        /** Where the present recipe races against it with a key changed. */
        String raceAgainst(String key);

        void restart();

        void revert();

        /** Another preset, by its id. */
        void choose(String preset);
    }

    private final Offers offers;
    private final Listener listener;
    private final HTMLSelectElement preset;
    private final HTMLElement presetNote;
    private final HTMLElement form;
    private final HTMLElement error;
    private final Note note;
    private final HTMLElement pending;
    private final HTMLElement preflight;
    private final HTMLButtonElement restart;
    private final HTMLButtonElement revert;
    private final SettingForm settings;

    SettingsView(Panel root, Banner banner, Offers offers, Listener listener) {
        this.offers = offers;
        this.listener = listener;
        preset = root.as("preset");
        presetNote = root.part("preset-note");
        form = root.part("settings");
        error = root.part("settings-error");
        note = new Note(root.part("settings-note"), banner);
        pending = root.part("pending");
        preflight = root.part("preflight");
        restart = root.as("restart");
        revert = root.as("revert");
        settings = new SettingForm(root, OnlineRecipe.KEYS, listener::edit);
        for (Catalogue.Group group : offers.catalogue().groupsOf(OnlineRecipe.KEYS)) {
            settings.add(form, group);
        }
        settings.offerRaces(listener::raceAgainst);
        for (OnlinePreset each : offers.presets()) {
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

    void show(Draft<OnlineRecipe> draft) {
        preset.setValue(draft.preset());
        OnlinePreset chosen = offers.preset(draft.preset());
        Dom.text(presetNote, chosen == null ? "" : chosen.description());
        settings.show(draft);
        String complaint = SettingWords.of(draft.complaint(), draft.complaintKey(), settings.labels());
        settings.complain(draft.complaintKey(), complaint);
        Dom.text(error, complaint);
        Estimate estimate = Estimate.of(draft.wanted().online());
        Dom.text(
                preflight,
                Numbers.grouped(estimate.parameters()) + " parameters, about " + Numbers.bytes(estimate.memoryBytes())
                        + " of memory.");
        List<String> waiting = draft.pending();
        Dom.text(
                pending,
                waiting.isEmpty() ? "" : "Waiting for a restart: " + String.join(", ", settings.labels(waiting)) + ".");
        restart.setDisabled(waiting.isEmpty() || !draft.complaint().isEmpty());
        revert.setDisabled(settings.changed(draft).isEmpty());
    }

    /** What went wrong with what was asked for here. */
    Note note() {
        return note;
    }

    private void restartIfAllowed() {
        if (!restart.isDisabled()) {
            listener.restart();
        } else {
            settings.focusOnComplaint();
        }
    }
}
