package microgpt.web.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import microgpt.config.BatchPreset;
import microgpt.config.BatchRecipe;
import microgpt.config.ConfigException;
import microgpt.config.ConfigKey;

/**
 * A preset and the reader's changes of it. A change that makes no sense yet is kept and complained about: the next one may
 * mend it.
 */
final class TrainDraft {
    private static final String NAMED = "key \"";

    private final BatchRecipe usual;
    private final List<BatchPreset> presets;
    private final Map<String, String> edits = new TreeMap<>();
    private BatchPreset preset;
    private BatchRecipe base;
    private BatchRecipe wanted;
    private String complaint = "";
    private String complaintKey = "";

    /** The preset that the list begins with; {@code usual} is what presets change. */
    TrainDraft(BatchRecipe usual, List<BatchPreset> presets) {
        this.usual = usual;
        this.presets = presets;
        preset = presets.get(0);
        for (BatchPreset one : presets) {
            if (one.isDefault()) {
                preset = one;
            }
        }
        base = usual.withAll(preset.changes());
        wanted = base;
    }

    /** Another preset, without changes; one that there is not is an error. */
    void choose(String id) {
        for (BatchPreset one : presets) {
            if (one.id().equals(id)) {
                preset = one;
                base = usual.withAll(one.changes());
                revert();
                return;
            }
        }
        throw new IllegalArgumentException("there is no model \"" + id + "\"");
    }

    /** Takes over what can be taken from a link; the answer says what could not, one clause each. */
    List<String> take(String id, Map<String, String> changes) {
        List<String> complaints = new ArrayList<>();
        try {
            if (!id.isEmpty()) {
                choose(id);
            }
        } catch (IllegalArgumentException e) {
            complaints.add(String.valueOf(e.getMessage()));
        }
        try {
            use(changes);
        } catch (ConfigException e) {
            complaints.add(String.valueOf(e.getMessage()));
            takeAllButOne(changes);
        }
        return complaints;
    }

    private void use(Map<String, String> changes) {
        wanted = base.withAll(changes);
        edits.clear();
        edits.putAll(changes);
    }

    /** Widths and heads make sense together only: one wrong key must not cost them. More wrong keys cost all. */
    private void takeAllButOne(Map<String, String> changes) {
        for (String wrong : changes.keySet()) {
            Map<String, String> others = new TreeMap<>(changes);
            others.remove(wrong);
            try {
                use(others);
                return;
            } catch (ConfigException e) {
                // it was another one
            }
        }
    }

    /** Changes one key; {@link #complaint} tells whether all changes together make sense. */
    void edit(String key, String value) {
        edits.put(key, value);
        try {
            wanted = base.withAll(edits);
            complaint = "";
            complaintKey = "";
        } catch (ConfigException e) {
            complaint = String.valueOf(e.getMessage());
            complaintKey = keyIn(complaint, key);
        }
    }

    private static String keyIn(String message, String otherwise) {
        int at = message.indexOf(NAMED);
        int end = at < 0 ? -1 : message.indexOf('"', at + NAMED.length());
        return end < 0 ? otherwise : message.substring(at + NAMED.length(), end);
    }

    /** Forgets all changes. */
    void revert() {
        edits.clear();
        wanted = base;
        complaint = "";
        complaintKey = "";
    }

    /**
     * Takes the texts of two files; what they say otherwise than the preset becomes a change of it.
     *
     * @throws ConfigException if they are none, with the place in the text; then nothing changes
     */
    void paste(String model, String training) {
        BatchRecipe pasted = BatchRecipe.parse(model, "the model", training, "the training");
        revert();
        wanted = pasted;
        edits.putAll(changes());
    }

    String preset() {
        return preset.id();
    }

    /** Empty for the one to begin with. */
    String presetForLink() {
        return preset.isDefault() ? "" : preset.id();
    }

    String description() {
        return preset.description();
    }

    /** The last recipe that made sense. */
    BatchRecipe wanted() {
        return wanted;
    }

    /** Why the changes make no sense together; empty if they do. */
    String complaint() {
        return complaint;
    }

    /** The key it is about. */
    String complaintKey() {
        return complaintKey;
    }

    /** The value of a key as the reader has left it. */
    String value(String key) {
        String edited = edits.get(key);
        return edited == null ? base.value(key) : edited;
    }

    /** Whether a key is not what the preset says. */
    boolean differs(String key) {
        return !value(key).equals(base.value(key));
    }

    /** What the last recipe that made sense says otherwise than the preset. */
    Map<String, String> changes() {
        Map<String, String> changes = new TreeMap<>();
        for (ConfigKey key : BatchRecipe.keys()) {
            String value = wanted.value(key.dotted());
            if (!value.equals(base.value(key.dotted()))) {
                changes.put(key.dotted(), value);
            }
        }
        return changes;
    }
}
