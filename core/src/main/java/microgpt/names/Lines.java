package microgpt.names;

import java.util.ArrayList;
import java.util.List;

/** Texts to learn, one to a line. */
public final class Lines {
    private Lines() {}

    /** The lines of {@code lines} without the space around them, in their order; empty ones do not count. */
    public static List<String> texts(String lines) {
        List<String> found = new ArrayList<>();
        int end;
        for (int start = 0; start <= lines.length(); start = end + 1) { // split() would bring all of regex into Wasm
            end = lines.indexOf('\n', start) < 0 ? lines.length() : lines.indexOf('\n', start);
            String text = lines.substring(start, end).strip();
            if (!text.isEmpty()) {
                found.add(text);
            }
        }
        return found;
    }
}
