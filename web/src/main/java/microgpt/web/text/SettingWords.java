package microgpt.web.text;

import java.util.Map;

/** What is wrong with a recipe, with its keys by the names that the page shows. */
public final class SettingWords {
    private SettingWords() {}

    /**
     * {@code complaint} with every key in it replaced by its label, however the key is spelled: {@code model.d_model}, {@code
     * d_model}, {@code dModel}. A key of one plain word is replaced only if it is {@code about}, the key that the
     * complaint is about: other such words are words.
     */
    public static String of(String complaint, String about, Map<String, String> labels) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < complaint.length(); ) {
            int end = at;
            while (end < complaint.length() && isOfName(complaint, end)) {
                end++;
            }
            String word = complaint.substring(at, Math.max(end, at + 1));
            String label = label(word, about, labels);
            boolean quoted = !label.isEmpty()
                    && at > 0
                    && end < complaint.length()
                    && complaint.charAt(at - 1) == '"'
                    && complaint.charAt(end) == '"';
            if (quoted) {
                out.setLength(out.length() - 1);
            }
            out.append(label.isEmpty() ? word : "\u201c" + label + "\u201d");
            at += word.length() + (quoted ? 1 : 0);
        }
        return out.toString();
    }

    /** A dot belongs to a name only inside it. */
    private static boolean isOfName(String text, int at) {
        char c = text.charAt(at);
        return Character.isLetterOrDigit(c)
                || c == '_'
                || (c == '.' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1)));
    }

    private static String label(String word, String about, Map<String, String> labels) {
        for (Map.Entry<String, String> each : labels.entrySet()) {
            String key = each.getKey();
            String last = key.substring(key.lastIndexOf('.') + 1);
            boolean plain = last.indexOf('_') < 0;
            boolean named = word.equals(last) || word.equals(camelCase(last));
            if (word.equals(key) || (named && (!plain || key.equals(about)))) {
                return each.getValue();
            }
        }
        return "";
    }

    private static String camelCase(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            boolean begins = i > 0 && name.charAt(i - 1) == '_';
            if (name.charAt(i) != '_') {
                out.append(begins ? Character.toUpperCase(name.charAt(i)) : name.charAt(i));
            }
        }
        return out.toString();
    }
}
