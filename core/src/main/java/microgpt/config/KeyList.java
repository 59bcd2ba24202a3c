package microgpt.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import microgpt.corpus.Spelling;
import microgpt.json.Json;

/** The keys that there are, in the order in which they are written, and what to say about those that there are not. */
record KeyList(List<ConfigKey> keys) {

    /** The key called {@code dotted}. */
    ConfigKey find(String dotted) {
        for (ConfigKey key : keys) {
            if (key.dotted().equals(dotted)) {
                return key;
            }
        }
        String group = ConfigKey.groupOf(dotted);
        if (!group.isEmpty() && topLevel().contains(group)) {
            if (namesIn(group).isEmpty()) {
                throw new ConfigException(
                        dotted, "key \"" + group + "\" must be " + find(group).expectation() + ", found an object");
            }
            throw unknown(dotted, ConfigKey.nameOf(dotted), " in \"" + group + "\"", namesIn(group));
        }
        if (topLevel().contains(dotted)) {
            throw new ConfigException(dotted, dotted + " is a group, expected one of its keys");
        }
        throw unknown(dotted, group.isEmpty() ? dotted : group, "", topLevel());
    }

    /** What to say about a group or a key without one. */
    ConfigException unknownAtTopLevel(String found) {
        return unknown(found, found, "", topLevel());
    }

    private static ConfigException unknown(String dotted, String found, String where, Set<String> known) {
        return new ConfigException(
                dotted,
                "unknown key " + Json.shown(found) + where + ", expected one of " + String.join(", ", known)
                        + "; did you mean \"" + Spelling.nearest(found, new ArrayList<>(known)) + "\"?");
    }

    private Set<String> namesIn(String group) {
        Set<String> names = new LinkedHashSet<>();
        for (ConfigKey key : keys) {
            if (key.group().equals(group)) {
                names.add(key.name());
            }
        }
        return names;
    }

    private Set<String> topLevel() {
        Set<String> names = new LinkedHashSet<>();
        for (ConfigKey key : keys) {
            names.add(key.group().isEmpty() ? key.dotted() : key.group());
        }
        return names;
    }
}
