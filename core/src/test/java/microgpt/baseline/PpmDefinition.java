package microgpt.baseline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** PPM as it is defined, slowly, with texts as keys. */
final class PpmDefinition {
    private final Map<String, Map<Character, Integer>> followers = new HashMap<>();
    private final int order;
    private String past = "";

    PpmDefinition(int order) {
        this.order = order;
    }

    private String context(int length) {
        return past.substring(past.length() - length);
    }

    double probability(char next) {
        double p = 1;
        Set<Character> excluded = new HashSet<>();
        for (int length = Math.min(order, past.length()); length >= 0; length--) {
            Map<Character, Integer> left = new HashMap<>(followers.getOrDefault(context(length), Map.of()));
            boolean all = left.size() == 256;
            left.keySet().removeAll(excluded);
            int times = 0;
            for (int each : left.values()) {
                times += each;
            }
            int count = left.getOrDefault(next, 0);
            if (count > 0) {
                return p * count / (times + (all ? 0 : left.size()));
            }
            if (!left.isEmpty()) {
                p *= left.size() / (double) (times + left.size());
            }
            excluded.addAll(left.keySet());
        }
        return p / (256 - excluded.size());
    }

    void observe(char next) {
        boolean known = false;
        for (int length = Math.min(order, past.length()); length >= 0 && !known; length--) {
            Map<Character, Integer> counts = followers.computeIfAbsent(context(length), text -> new HashMap<>());
            known = counts.containsKey(next);
            if (counts.merge(next, 1, Integer::sum) == 255) {
                counts.replaceAll((each, count) -> (count + 1) / 2);
            }
        }
        past += next;
    }
}
