package microgpt.corpus.genre;

import microgpt.numeric.Rng;

/** Random choices from lists of words. */
final class RandomChoice {
    private RandomChoice() {}

    static String one(Rng rng, String... words) {
        return words[rng.nextInt(words.length)];
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    static int between(Rng rng, int least, int most) {
        return least + rng.nextInt(most - least + 1);
    }
}
