package microgpt.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a run is made of, as text: a value for each of a list of keys. Immutable; a change makes another one, or a
 * {@link ConfigException}.
 *
 * @param <R> the recipe's own type
 */
public interface Recipe<R extends Recipe<R>> {
    /** The keys there are, in the order in which they are written. */
    List<ConfigKey> keys();

    /** The value of a key, as it was written. */
    String value(String dottedKey);

    /**
     * The same but for several keys, which need not make sense one by one. Words are given as they are, numbers, flags and
     * lists as in JSON.
     */
    R withAll(Map<String, String> changes);

    /** The keys whose values are not those of {@code base}, in order, with the values here. Numbers are compared as numbers. */
    Map<String, String> changesFrom(R base);

    /** The same but for one key. */
    default R with(String dottedKey, String value) {
        return withAll(Map.of(dottedKey, value));
    }

    /** The keys that differ from {@code running} and cannot change while it runs, in order. */
    default List<String> needingRestart(R running) {
        Map<String, String> changes = changesFrom(running);
        List<String> needing = new ArrayList<>();
        for (ConfigKey key : keys()) {
            if (!key.live() && changes.containsKey(key.dotted())) {
                needing.add(key.dotted());
            }
        }
        return needing;
    }
}
