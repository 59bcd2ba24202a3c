package microgpt.web.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run's recipe as the hash of a link: {@code #v=1&preset=online.tiny&plan=phases&optimizer.learning_rate=0.01}. Only
 * what differs from the preset is in it, and never a text of the reader's own.
 *
 * @param preset empty for the default
 * @param plan empty for the default
 * @param changes dotted keys of the recipe and their values, as text
 * @param complaints what could not be understood, one sentence each
 */
public record RecipeLink(String preset, String plan, Map<String, String> changes, List<String> complaints) {
    public static final RecipeLink EMPTY = new RecipeLink("", "", Map.of(), List.of());

    private static final String VERSION = "1";
    private static final String HEX = "0123456789ABCDEF";

    public RecipeLink(String preset, String plan, Map<String, String> changes) {
        this(preset, plan, changes, List.of());
    }

    /** Whether it says nothing that is not the default. */
    public boolean isEmpty() {
        return preset.isEmpty() && plan.isEmpty() && changes.isEmpty();
    }

    /** The hash with its leading {@code #}; keys in alphabetical order. */
    public String hash() {
        StringBuilder out = new StringBuilder("#v=" + VERSION);
        append(out, "preset", preset);
        append(out, "plan", plan);
        new TreeMap<>(changes).forEach((key, value) -> append(out, key, value));
        return out.toString();
    }

    /** Reads a hash, with or without {@code #}; what it cannot read becomes a complaint, the rest stays. */
    public static RecipeLink parse(String hash) {
        String text = hash.startsWith("#") ? hash.substring(1) : hash;
        if (text.isEmpty()) {
            return EMPTY;
        }
        String preset = "";
        String plan = "";
        String version = "";
        Map<String, String> changes = new TreeMap<>();
        List<String> complaints = new ArrayList<>();
        for (int start = 0; start <= text.length(); ) {
            int and = text.indexOf('&', start);
            int end = and < 0 ? text.length() : and;
            String pair = text.substring(start, end);
            start = end + 1;
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                complaints.add("“" + pair + "” is not of the form key=value");
                continue;
            }
            String key = decoded(pair.substring(0, equals));
            String value = decoded(pair.substring(equals + 1));
            switch (key) {
                case "v" -> version = value;
                case "preset" -> preset = value;
                case "plan" -> plan = value;
                default -> changes.put(key, value);
            }
        }
        if (!version.equals(VERSION)) {
            return new RecipeLink(
                    "",
                    "",
                    Map.of(),
                    List.of("this link is of version “" + version + "”, this page reads version " + VERSION));
        }
        return new RecipeLink(preset, plan, changes, complaints);
    }

    private static void append(StringBuilder out, String key, String value) {
        if (!value.isEmpty()) {
            out.append('&').append(encoded(key)).append('=').append(encoded(value));
        }
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
