package microgpt.web.recipe;

import java.util.LinkedHashMap;
import java.util.Map;

/** What links to online recipes left out when they were made, where that means something else today. */
public final class EarlierLinks {
    private EarlierLinks() {}

    /** The changes that a link of a version means for a preset, which is empty for the default. */
    public static Map<String, String> changes(int version, String preset, Map<String, String> written) {
        Map<String, String> changes = new LinkedHashMap<>(written);
        if (version == 1) { // there was no mixture then
            changes.putIfAbsent("mixture.enabled", "false");
        }
        if (preset.equals("online.best")) {
            if (version <= 2) { // it counted less then
                changes.putIfAbsent("mixture.counts", "best");
            }
            if (version <= 3) { // it replayed less then
                changes.putIfAbsent("experience_replay.windows", "3");
            }
        }
        return changes;
    }
}
