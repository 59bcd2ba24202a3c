package microgpt.web.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import microgpt.config.ConfigKey;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.recipe.Draft;
import microgpt.web.text.Catalogue;
import org.teavm.jso.dom.html.HTMLElement;

/** The keys of a recipe as fields, in groups. */
public final class SettingForm {
    private final Panel panel;
    private final BiConsumer<String, String> onEdit;
    private final Map<String, ConfigKey> keys = new LinkedHashMap<>();
    private final Map<String, SettingField> fields = new LinkedHashMap<>();

    /** A form without fields yet, for these keys. {@code onEdit} is given a key and its new value. */
    public SettingForm(Panel panel, List<ConfigKey> keys, BiConsumer<String, String> onEdit) {
        this.panel = panel;
        this.onEdit = onEdit;
        for (ConfigKey key : keys) {
            this.keys.put(key.dotted(), key);
        }
    }

    /** Adds the fields of a group that are keys of the recipe and not there yet. */
    public void add(HTMLElement parent, Catalogue.Group group) {
        HTMLElement set = Dom.append(parent, "fieldset", "", "");
        Dom.append(set, "legend", "", group.title());
        for (Catalogue.Setting setting : group.settings()) {
            ConfigKey key = keys.get(setting.key());
            if (key != null && !fields.containsKey(key.dotted())) {
                fields.put(key.dotted(), new SettingField(panel, set, key, setting, onEdit));
            }
        }
    }

    /** Puts a link to a race beside each field; {@code addressOf} is asked where it leads, by the key. */
    public void offerRaces(UnaryOperator<String> addressOf) {
        fields.values().forEach(field -> field.offerRace(addressOf));
    }

    /** Shows the values as the reader has left them. */
    public void show(Draft<?> draft) {
        fields.forEach((key, field) -> field.show(draft.value(key), draft.differs(key)));
    }

    /** Says at a field what is wrong with it, and of all others that nothing is. */
    public void complain(String about, String complaint) {
        fields.forEach((key, field) -> field.complain(key.equals(about) ? complaint : ""));
    }

    /** The labels of the fields that are not as the preset has them. */
    public List<String> changed(Draft<?> draft) {
        List<String> labels = new ArrayList<>();
        fields.forEach((key, field) -> {
            if (draft.differs(key)) {
                labels.add(field.label());
            }
        });
        return labels;
    }

    /** Brings the reader to the field of which something is wrong, if there is one. */
    public void focusOnComplaint() {
        fields.values().forEach(SettingField::focusIfWrong);
    }

    /** What the page calls each key, by the key. */
    public Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        fields.forEach((key, field) -> labels.put(key, field.label()));
        return labels;
    }

    /** What people call these keys. */
    public List<String> labels(List<String> of) {
        List<String> labels = new ArrayList<>();
        for (String key : of) {
            SettingField field = fields.get(key);
            labels.add(field == null ? key : field.label());
        }
        return labels;
    }
}
