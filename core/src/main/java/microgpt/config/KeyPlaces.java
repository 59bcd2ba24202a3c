package microgpt.config;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Where each key stands in a JSON text, as {@code line:column}; the text is known to be well formed, and to give no key twice. */
final class KeyPlaces {
    private final String json;
    private final Map<String, String> places = new HashMap<>();
    private final Deque<String> path = new ArrayDeque<>(); // the keys that lead to the present object
    private int at;
    private int line = 1;
    private int lineStart;

    KeyPlaces(String json) {
        this.json = json;
        String key = "";
        while (at < json.length()) {
            char c = json.charAt(at);
            if (c == '"') {
                key = string();
            } else if (c == '{' || c == '[') {
                path.addLast(key);
            } else if (c == '}' || c == ']') {
                path.removeLast();
            } else if (c == '\n') {
                line++;
                lineStart = at + 1;
            }
            at++;
        }
    }

    /** Reads a string, ends on its closing quote, and notes its place if a colon says that it is a key. */
    private String string() {
        String place = line + ":" + (at - lineStart + 1);
        int start = at + 1;
        for (at++; json.charAt(at) != '"'; at++) {
            if (json.charAt(at) == '\\') {
                at++;
            }
        }
        String text = json.substring(start, at);
        int next = at + 1;
        while (next < json.length() && Character.isWhitespace(json.charAt(next))) {
            next++;
        }
        if (next < json.length() && json.charAt(next) == ':' && path.size() <= 2) { // deeper are only comments
            places.put(path.size() > 1 ? path.peekLast() + "." + text : text, place);
        }
        return text;
    }

    /** {@code line:column: } of a key, or a blank if it is not there. */
    String of(String dotted) {
        String place = places.get(dotted);
        return place == null ? " " : place + ": ";
    }
}
