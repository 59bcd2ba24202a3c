package microgpt.web.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import microgpt.numeric.Nullable;
import microgpt.web.text.RecipeLink;

/**
 * What to train, as the hash of a link: {@code #v=1&preset=tiny&text=stories&bytes=200000&max_steps=500}. Only what
 * differs from the default is in it, and never a text of the reader's own.
 *
 * @param preset empty for the default
 * @param text null for a text that a link cannot carry
 * @param changes keys of model and training that differ from the preset, and their values as text
 * @param complaints what could not be understood, one clause each
 */
record RecipeHash(String preset, @Nullable BuiltinText text, Map<String, String> changes, List<String> complaints) {
    private static final String TEXT = "text";
    private static final String BYTES = "bytes";

    RecipeHash(String preset, @Nullable BuiltinText text, Map<String, String> changes) {
        this(preset, text, changes, List.of());
    }

    /** The hash with its leading {@code #}; empty if all is the default. */
    String hash() {
        Map<String, String> pairs = new TreeMap<>(changes);
        if (text != null && text.genre() != BuiltinText.DEFAULT.genre()) {
            pairs.put(TEXT, text.genre().label());
        }
        if (text != null && text.bytes() != BuiltinText.DEFAULT.bytes()) {
            pairs.put(BYTES, Integer.toString(text.bytes()));
        }
        RecipeLink link = new RecipeLink(preset, "", pairs);
        return link.isEmpty() ? "" : link.hash();
    }

    /** Reads a hash; what it cannot read becomes a complaint, the rest stays. */
    static RecipeHash parse(String hash) {
        RecipeLink link = RecipeLink.parse(hash);
        Map<String, String> changes = new TreeMap<>(link.changes());
        List<String> complaints = new ArrayList<>(link.complaints());
        String label = taken(changes, TEXT, BuiltinText.DEFAULT.genre().label());
        String bytes = taken(changes, BYTES, Integer.toString(BuiltinText.DEFAULT.bytes()));
        BuiltinText text = BuiltinText.DEFAULT;
        try {
            text = new BuiltinText(BuiltinText.genre(label), Integer.parseInt(bytes));
        } catch (NumberFormatException e) {
            complaints.add("“bytes=" + bytes + "” is not a number of bytes");
        } catch (IllegalArgumentException e) {
            complaints.add(String.valueOf(e.getMessage()));
        }
        return new RecipeHash(link.preset(), text, changes, complaints);
    }

    private static String taken(Map<String, String> from, String key, String otherwise) {
        String value = from.remove(key);
        return value == null ? otherwise : value;
    }
}
