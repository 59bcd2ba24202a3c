package microgpt.web.lab;

import java.util.Map;
import microgpt.config.OnlineRecipe;
import microgpt.numeric.Nullable;
import microgpt.web.text.Catalogue;
import microgpt.web.text.ChangeText;

/** The recipe that is in force, and what of it each change replaces, in words. */
final class LiveChanges {
    private final Map<String, String> names;
    private @Nullable OnlineRecipe inForce;

    LiveChanges(Catalogue catalogue) {
        names = ChangeText.names(catalogue);
    }

    /** A run of this recipe begins. */
    void begin(OnlineRecipe recipe) {
        inForce = recipe;
    }

    /** From now on another recipe is in force; what is different, empty if nothing is. */
    String become(String recipe) {
        OnlineRecipe now = OnlineRecipe.parse(recipe, "recipe");
        StringBuilder text = new StringBuilder();
        if (inForce != null) {
            for (Map.Entry<String, String> change : now.changesFrom(inForce).entrySet()) {
                String key = change.getKey();
                text.append(text.isEmpty() ? "" : ", ")
                        .append(ChangeText.change(names.getOrDefault(key, key), inForce.value(key), change.getValue()));
            }
        }
        inForce = now;
        return text.toString();
    }
}
