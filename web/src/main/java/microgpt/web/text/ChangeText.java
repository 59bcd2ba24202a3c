package microgpt.web.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the reader changed while a run ran, in words. */
public final class ChangeText {
    /** Settings of these groups are known by their labels alone. */
    private static final List<String> PLAIN = List.of("Learning", "Reading", "Model", "Initialization");

    private ChangeText() {}

    /** What each key of a recipe is called beside others: {@code Experience replay: windows per step}. */
    public static Map<String, String> names(Catalogue catalogue) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Catalogue.Group group : catalogue.settings()) {
            for (Catalogue.Setting setting : group.settings()) {
                names.put(setting.key(), name(group.title(), setting.label()));
            }
        }
        return names;
    }

    private static String name(String group, String label) {
        if (PLAIN.contains(group)) {
            return label;
        }
        return label.equals("On") ? group : group + ": " + label.toLowerCase(Locale.ROOT);
    }

    /** From what to what a key was changed. */
    public static String change(String name, String from, String to) {
        return name + " " + value(from) + " → " + value(to);
    }

    private static String value(String value) {
        return value.equals("true") ? "on" : value.equals("false") ? "off" : value;
    }
}
