package microgpt.json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import microgpt.numeric.Nullable;

/**
 * A look at a JSON text from its first character to its last, without calling itself: how deep it nests, how much is in it,
 * and whether an object gives a key twice. What is no JSON at all is left to the parser.
 */
final class JsonScan {
    /** A bracket that is open, and if it is that of an object the keys given in it. */
    private static final class Level {
        final @Nullable Set<String> keys;
        String key = "";

        Level(@Nullable Set<String> keys) {
            this.keys = keys;
        }
    }

    private final String text;
    private final Deque<Level> open = new ArrayDeque<>();
    private int at;
    private int line = 1;
    private int lineStart;
    private int values;

    JsonScan(String text) {
        this.text = text;
    }

    void check() {
        for (; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '"' -> string();
                case '{' -> open(new Level(new HashSet<>()));
                case '[' -> open(new Level(null));
                case '}', ']' -> open.pollLast();
                case ',' -> count();
                case '\n' -> {
                    line++;
                    lineStart = at + 1;
                }
                default -> {} // numbers, words, blanks
            }
        }
    }

    private void open(Level level) {
        if (open.size() == Json.DEEPEST) {
            throw bad("brackets must not nest deeper than " + Json.DEEPEST);
        }
        open.addLast(level);
        count();
    }

    private void count() {
        values++;
        if (values > Json.MOST_VALUES) {
            throw bad("expected at most " + Json.MOST_VALUES + " values");
        }
    }

    /** Goes to the closing quote. A colon after it says that the string is a key. */
    private void string() {
        int start = at;
        boolean escaped = false;
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            if (text.charAt(at) == '\\') {
                escaped = true;
                at++;
            }
        }
        Level level = open.peekLast();
        Set<String> keys = level == null ? null : level.keys;
        if (level == null || keys == null || at >= text.length() || !isBeforeColon()) {
            return;
        }
        String key = text.substring(start + 1, at);
        level.key = escaped ? unescaped(key) : key;
        if (!keys.add(level.key)) {
            at = start;
            throw bad("key \"" + path() + "\" is given twice");
        }
    }

    private boolean isBeforeColon() {
        int next = at + 1;
        while (next < text.length() && text.charAt(next) <= ' ') {
            next++;
        }
        return next < text.length() && text.charAt(next) == ':';
    }

    /** The keys that lead here, the last one included. */
    private String path() {
        StringBuilder path = new StringBuilder();
        for (Level level : open) {
            path.append(path.length() == 0 || level.key.isEmpty() ? "" : ".").append(level.key);
        }
        return path.toString();
    }

    /** Only what makes two spellings of one key alike; what is no escape is the parser's to refuse. */
    private static String unescaped(String key) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c != '\\' || i + 1 == key.length()) {
                plain.append(c);
                continue;
            }
            char escape = key.charAt(++i);
            if (escape == 'u' && i + 4 < key.length() && hex(key, i + 1) >= 0) {
                plain.append((char) hex(key, i + 1));
                i += 4;
            } else {
                int control = "bfnrt".indexOf(escape);
                plain.append(control < 0 ? escape : "\b\f\n\r\t".charAt(control));
            }
        }
        return plain.toString();
    }

    /** Four digits from {@code from}; below 0 if they are none. */
    private static int hex(String digits, int from) {
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(digits.charAt(i), 16);
            value = digit < 0 || value < 0 ? -1 : 16 * value + digit;
        }
        return value;
    }

    private JsonException bad(String reason) {
        return new JsonException(line, at - lineStart + 1, reason);
    }
}
