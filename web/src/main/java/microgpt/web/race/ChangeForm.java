package microgpt.web.race;

import java.util.LinkedHashMap;
import java.util.Map;
import microgpt.config.ConfigKey;
import microgpt.config.OnlineRecipe;
import microgpt.numeric.Nullable;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.recipe.Alternative;
import microgpt.web.text.Catalogue;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Whose setting is changed, which one, and to what. */
final class ChangeForm {
    /** Makes a change. */
    interface Maker {
        /** The answer is what is wrong with it, empty if nothing is. */
        String change(int contender, String key, String value);
    }

    private static final String FIRST = "optimizer.learning_rate";

    private final SettingNames names;
    private final HTMLSelectElement who;
    private final HTMLSelectElement setting;
    private final HTMLSelectElement word;
    private final HTMLInputElement number;
    private final HTMLElement error;
    private @Nullable Lineup lineup;

    ChangeForm(Panel page, Catalogue catalogue, SettingNames names, Maker maker) {
        this.names = names;
        who = page.as("change-who");
        setting = page.as("change-key");
        word = page.as("change-word");
        number = page.as("change-number");
        error = page.part("change-error");
        offerSettings(catalogue);
        who.onEvent("change", event -> suggest());
        setting.onEvent("change", event -> suggest());
        page.part("change").onEvent("submit", event -> {
            event.preventDefault();
            String key = setting.getValue();
            String value =
                    number.isHidden() ? word.getValue() : number.getValue().trim();
            String complaint = maker.change(Integer.parseInt(who.getValue()), key, value);
            Dom.text(error, complaint);
            number.setAttribute("aria-invalid", complaint.isEmpty() ? "false" : "true");
        });
    }

    private void offerSettings(Catalogue catalogue) {
        Map<String, String> left = new LinkedHashMap<>(names.all());
        for (Catalogue.Group group : catalogue.groupsOf(OnlineRecipe.KEYS)) {
            HTMLElement options = Dom.append(setting, "optgroup", "", "");
            options.setAttribute("label", group.title());
            for (Catalogue.Setting each : group.settings()) {
                if (left.remove(each.key()) != null) {
                    Dom.append(options, "option", "", names.name(each.key())).setAttribute("value", each.key());
                }
            }
        }
        setting.setValue(FIRST);
    }

    /** Shows who can be changed. */
    void show(Lineup present) {
        lineup = present;
        String before = who.getValue();
        who.clear();
        for (int i = 0; i < present.size(); i++) {
            Dom.append(who, "option", "", Lineup.letter(i)).setAttribute("value", Integer.toString(i));
        }
        boolean stays = !before.isEmpty() && Integer.parseInt(before) < present.size();
        who.setValue(stays ? before : Integer.toString(present.size() - 1));
        Dom.text(error, "");
        suggest();
    }

    /** Puts another value than the present one where the reader will change it. */
    private void suggest() {
        Lineup present = lineup;
        if (present == null) {
            return;
        }
        ConfigKey key = names.key(setting.getValue());
        OnlineRecipe recipe = present.recipe(Integer.parseInt(who.getValue()));
        String alternative = Alternative.of(recipe, key);
        String value = alternative.isEmpty() ? recipe.value(key.dotted()) : alternative;
        boolean isWord = key.type() == ConfigKey.Type.FLAG || key.type() == ConfigKey.Type.CHOICE;
        word.setHidden(!isWord);
        number.setHidden(isWord);
        if (isWord) {
            word.clear();
            if (key.type() == ConfigKey.Type.FLAG) {
                option(key, "true");
                option(key, "false");
            } else {
                key.choices().forEach(choice -> option(key, choice));
            }
            word.setValue(value);
        } else {
            number.setValue(value);
        }
    }

    private void option(ConfigKey key, String value) {
        Dom.append(word, "option", "", names.value(key.dotted(), value)).setAttribute("value", value);
    }
}
