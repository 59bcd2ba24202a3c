package microgpt.corpus.genre;

import microgpt.numeric.Rng;

/** Nests brackets of four kinds, one balanced line after another: what closes was opened last. */
final class BracketGenerator implements TextGenerator {
    private static final String OPEN = "([{<";
    private static final String CLOSED = ")]}>";
    private static final int DEEPEST = 8;

    private final Rng rng;
    private final int[] kinds = new int[DEEPEST];

    BracketGenerator(Rng rng) {
        this.rng = rng;
    }

    @Override
    public void writeNext(StringBuilder out) {
        int unopened = RandomChoice.between(rng, 4, 16);
        int depth = 0;
        while (unopened > 0 || depth > 0) {
            boolean opens = depth == 0 || (depth < DEEPEST && rng.nextInt(2) == 0);
            if (unopened > 0 && opens) {
                kinds[depth] = rng.nextInt(OPEN.length());
                out.append(OPEN.charAt(kinds[depth]));
                depth++;
                unopened--;
            } else {
                depth--;
                out.append(CLOSED.charAt(kinds[depth]));
            }
        }
        out.append('\n');
    }
}
