package microgpt.web.step;

/**
 * One operation of the network as the page shows it.
 *
 * @param layer the layer it is in, from 0; -1 if it is in none
 * @param half the half of its layer that it is in; empty if it is in none
 * @param lane boxes with the same number stand side by side
 * @param part the name of its numbers in the engine's trace; empty if it shows no strip
 * @param from which of these numbers come first
 * @param length how many; -1 for all
 * @param java the lines of the engine that compute it
 */
record Box(
        String title,
        String symbol,
        int layer,
        String half,
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

    /** The half of a layer that it stands in, as a name; empty if it stands in none. */
    String group() {
        return layer < 0 ? "" : layer + " " + half;
    }
}
