package microgpt.web.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A race as the hash of a link: {@code #v=4&stream=phases&a.preset=online.tiny&b.preset=online.tiny&b.seed=2}. Each contender
 * is a preset and what differs from it, under a letter; its version is that of {@link RecipeLink}, because what it leaves out
 * means what it means there.
 *
 * @param stream the name of the plan that all read, empty for the default, {@link #OWN} for a text that no link carries
 * @param contenders in order, {@link #MOST} at most
 * @param complaints what could not be understood, one clause each
 */
public record RaceLink(String stream, List<Contender> contenders, List<String> complaints) {
    public static final int MOST = 4;

    /** Where races are run, relative to the other pages. */
    public static final String PAGE = "race.html";

    /** The stream is a text of the reader's own. */
    public static final String OWN = "own";

    private static final String STREAM = "stream";
    private static final String PRESET = "preset";

    /** A preset by its id, and dotted keys of its recipe with other values, as text. */
    public record Contender(String preset, Map<String, String> changes) {
        /** The same with another value of one key. */
        Contender with(String key, String value) {
            Map<String, String> changed = new TreeMap<>(changes);
            changed.put(key, value);
            return new Contender(preset, changed);
        }
    }

    /** The letter of contender {@code index} in links, from {@code a}. */
    private static String letter(int index) {
        return String.valueOf((char) ('a' + index));
    }

    /** A race of a recipe against itself with another value of one key, the same one if there is no other. */
    public static RaceLink against(String stream, Contender present, String key, String value) {
        return new RaceLink(stream, List.of(present, value.isEmpty() ? present : present.with(key, value)), List.of());
    }

    /** The address of the page on which it is run, relative to the other pages. */
    public String address() {
        return PAGE + hash();
    }

    /** Reads a hash; an empty one has no contenders. */
    public static RaceLink parse(String hash) {
        List<String> pageKeys = new ArrayList<>(List.of(STREAM));
        for (int i = 0; i < MOST; i++) {
            pageKeys.add(letter(i) + "." + PRESET);
        }
        RecipeLink link = RecipeLink.parse(hash, pageKeys);
        Map<String, String> left = new TreeMap<>(link.changes());
        List<Contender> contenders = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            String prefix = letter(i) + ".";
            Map<String, String> changes = new TreeMap<>();
            for (Map.Entry<String, String> each : link.changes().entrySet()) {
                if (each.getKey().startsWith(prefix)) {
                    changes.put(each.getKey().substring(prefix.length()), each.getValue());
                    left.remove(each.getKey());
                }
            }
            String preset = link.choice(prefix + PRESET);
            if (!preset.isEmpty() || !changes.isEmpty()) {
                contenders.add(new Contender(preset, EarlierLinks.changes(link.version(), preset, changes)));
            }
        }
        List<String> complaints = new ArrayList<>(link.complaints());
        left.keySet().forEach(key -> complaints.add("“" + key + "” is of no contender"));
        return new RaceLink(link.choice(STREAM), contenders, complaints);
    }

    /** The hash with its leading {@code #}. */
    public String hash() {
        RecipeLink link = RecipeLink.EMPTY.with(STREAM, stream);
        Map<String, String> changes = new TreeMap<>();
        for (int i = 0; i < contenders.size(); i++) {
            String prefix = letter(i) + ".";
            link = link.with(prefix + PRESET, contenders.get(i).preset());
            contenders.get(i).changes().forEach((key, value) -> changes.put(prefix + key, value));
        }
        return link.withChanges(changes).hash();
    }
}
