package microgpt.web.explore;

import java.util.ArrayList;
import java.util.List;
import microgpt.protocol.Floats;

/** The bytes that a reader may tap: those that have occurred, the most frequent first. What the model expects is not told. */
final class GuessKeys {
    /** As many as a phone can show; any other can be typed. */
    static final int MOST = 64;

    private static final String AT_FIRST = " etaoinshrdlcumwfgypbvk.,\n";

    private GuessKeys() {}

    /** By how likely each is by order 0; letters where nothing has occurred yet. */
    static List<Integer> of(Floats order0) {
        float least = Float.POSITIVE_INFINITY;
        for (int value = 0; value < order0.size(); value++) {
            least = Math.min(least, order0.at(value));
        }
        List<Integer> seen = new ArrayList<>();
        for (int value = 0; value < order0.size(); value++) {
            if (order0.at(value) > least) {
                seen.add(value);
            }
        }
        seen.sort((a, b) -> Float.compare(order0.at(b), order0.at(a)));
        if (seen.isEmpty()) {
            for (int i = 0; i < AT_FIRST.length(); i++) {
                seen.add((int) AT_FIRST.charAt(i));
            }
        }
        return List.copyOf(seen.subList(0, Math.min(MOST, seen.size())));
    }
}
