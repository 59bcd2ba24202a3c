package microgpt.numeric;

import java.util.List;

/**
 * The random draws of a small recipe, in the dialect of one of its implementations, so that this one starts from the same
 * weights, reads in the same order and writes the same names as that one does.
 */
public interface Draws {
    /** Uniform in [0, 1). */
    double uniform();

    /** Normal with mean 0 and variance 1. */
    double gaussian();

    /** Puts {@code items} in random order. */
    void shuffle(List<String> items);

    /** An index, each in proportion to its weight; the weights need not add up to 1, but one must be above 0. */
    int choose(double[] weights);

    /** Everything that decides the draws to come. */
    long[] state();

    /** Goes on where another of the same kind was when it gave {@link #state}. */
    void restore(long[] state);
}
