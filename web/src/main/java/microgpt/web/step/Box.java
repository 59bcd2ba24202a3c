package microgpt.web.step;

/**
 * One operation of the network as the page shows it.
 *
 * @param group what it belongs to: empty, or the layer, from 0, and a part of it, as in {@code 0 attention}
 * @param lane boxes with the same number stand side by side
 * @param part the name of its numbers in the engine's trace; empty if it shows no strip
 * @param from which of these numbers come first
 * @param length how many; -1 for all
 * @param java the lines of the engine that compute it
 */
record Box(
        String title,
        String symbol,
        String group,
        int lane,
        String part,
        int from,
        int length,
        Rule rule,
        String meaning,
        String java) {
    boolean hasNumbers() {
        return !part.isEmpty();
    }

    /** Whether the page's mathematics means it by {@code name}: its title, the beginning of it, or its symbol. */
    boolean isCalled(String name) {
        return title.startsWith(name) || symbol.equals(name);
    }

    /** Its layer, -1 if it is in none. */
    int layer() {
        return group.isEmpty() ? -1 : Integer.parseInt(group.substring(0, group.indexOf(' ')));
    }
}
