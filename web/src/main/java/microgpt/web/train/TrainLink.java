package microgpt.web.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import microgpt.numeric.Nullable;
import microgpt.web.recipe.RecipeLink;

/**
 * What to train, as the hash of a link: {@code #v=4&preset=tiny&text=stories&bytes=200000&max_steps=500}.
 *
 * @param preset empty for the default
 * @param text null for a text that a link cannot carry
 * @param changes keys of model and training that differ from the preset, and their values as text
 * @param complaints what could not be understood, one clause each
 */
record TrainLink(String preset, @Nullable BuiltinText text, Map<String, String> changes, List<String> complaints) {
    private static final String PRESET = "preset";
    private static final String TEXT = "text";
    private static final String BYTES = "bytes";

    TrainLink(String preset, @Nullable BuiltinText text, Map<String, String> changes) {
        this(preset, text, changes, List.of());
    }

    /** The hash with its leading {@code #}; empty if all is the default. */
    String hash() {
        BuiltinText usual = BuiltinText.DEFAULT;
        BuiltinText shown = text == null ? usual : text;
        return RecipeLink.EMPTY
                .with(PRESET, preset)
                .with(TEXT, shown.genre() == usual.genre() ? "" : shown.genre().label())
                .with(BYTES, shown.bytes() == usual.bytes() ? "" : Integer.toString(shown.bytes()))
                .withChanges(changes)
                .hash();
    }

    /** Reads a hash; what it cannot read becomes a complaint, the rest stays. */
    static TrainLink parse(String hash) {
        RecipeLink link = RecipeLink.parse(hash, List.of(PRESET, TEXT, BYTES));
        List<String> complaints = new ArrayList<>(link.complaints());
        BuiltinText text = BuiltinText.DEFAULT;
        try {
            text = BuiltinText.parse(link.choice(TEXT), link.choice(BYTES));
        } catch (IllegalArgumentException e) {
            complaints.add(String.valueOf(e.getMessage()));
        }
        return new TrainLink(link.choice(PRESET), text, link.changes(), complaints);
    }
}
