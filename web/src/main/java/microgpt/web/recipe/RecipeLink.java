package microgpt.web.recipe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A recipe as the hash of a link: {@code #v=4&preset=online.tiny&plan=phases&optimizer.learning_rate=0.01}. Only what differs
 * from the default is in it, and never a text of the reader's own.
 *
 * @param version of the page that made it: what it leaves out means what it meant then
 * @param choices what a page's own keys say, as {@code preset}, in the page's order; those that are missing are the default
 * @param changes dotted keys of the recipe and their values, as text
 * @param complaints what could not be understood, one clause each
 */
public record RecipeLink(
        int version, Map<String, String> choices, Map<String, String> changes, List<String> complaints) {
    public static final RecipeLink EMPTY = new RecipeLink(4, Map.of(), Map.of(), List.of());

    private static final String VERSION_KEY = "v";
    private static final List<String> VERSIONS = List.of("1", "2", "3", "4");
    private static final String HEX = "0123456789ABCDEF";

    /** What a page's own key says; empty for the default. */
    public String choice(String key) {
        return choices.getOrDefault(key, "");
    }

    /** The same with another choice; an empty one is the default. */
    public RecipeLink with(String key, String value) {
        Map<String, String> changed = new LinkedHashMap<>(choices);
        if (value.isEmpty()) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        return new RecipeLink(version, changed, changes, complaints);
    }

    /** The same with other changes of the recipe. */
    public RecipeLink withChanges(Map<String, String> others) {
        return new RecipeLink(version, choices, others, complaints);
    }

    /** The hash with its leading {@code #}, a page's own keys first, the others in alphabetical order; empty if all is the default. */
    public String hash() {
        if (choices.isEmpty() && changes.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("#" + VERSION_KEY + "=" + version);
        choices.forEach((key, value) -> append(out, key, value));
        new TreeMap<>(changes).forEach((key, value) -> append(out, key, value));
        return out.toString();
    }

    /**
     * Reads a hash, with or without {@code #}, of a page with these keys of its own; what it cannot read becomes a complaint,
     * the rest stays.
     */
    public static RecipeLink parse(String hash, List<String> pageKeys) {
        String text = hash.startsWith("#") ? hash.substring(1) : hash;
        if (text.isEmpty()) {
            return EMPTY;
        }
        Map<String, String> pairs = new TreeMap<>();
        List<String> complaints = new ArrayList<>();
        for (int start = 0; start <= text.length(); ) {
            int and = text.indexOf('&', start);
            int end = and < 0 ? text.length() : and;
            String pair = text.substring(start, end);
            start = end + 1;
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                complaints.add("“" + pair + "” is not of the form key=value");
            } else {
                pairs.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        String version = taken(pairs, VERSION_KEY);
        if (!VERSIONS.contains(version)) {
            complaints = List.of("this link is of version “" + version + "”, this page reads versions "
                    + String.join(", ", VERSIONS));
            return new RecipeLink(EMPTY.version(), Map.of(), Map.of(), complaints);
        }
        RecipeLink link = new RecipeLink(Integer.parseInt(version), Map.of(), Map.of(), complaints);
        for (String key : pageKeys) {
            link = link.with(key, taken(pairs, key));
        }
        return link.withChanges(pairs);
    }

    private static String taken(Map<String, String> from, String key) {
        String value = from.remove(key);
        return value == null ? "" : value;
    }

    private static void append(StringBuilder out, String key, String value) {
        out.append('&').append(encoded(key)).append('=').append(encoded(value));
    }

    private static String encoded(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 255);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "-._~".indexOf(c) >= 0;
            if (plain) {
                out.append(c);
            } else {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return out.toString();
    }

    private static String decoded(String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        int size = 0;
        for (int i = 0; i < raw.length; i++) {
            int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(raw[i + 2], 16) : -1;
            if (low >= 0) {
                raw[size++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                raw[size++] = raw[i];
            }
        }
        return new String(raw, 0, size, StandardCharsets.UTF_8);
    }
}
