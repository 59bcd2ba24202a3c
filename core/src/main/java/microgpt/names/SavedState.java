package microgpt.names;

import microgpt.model.ModelConfig;

/** What {@link CharacterModel#state} lays end to end: weights, running averages of gradients and of squares, and a few counts. */
final class SavedState {
    private SavedState() {}

    /** How many numbers a model of that shape saves, of which the last {@code counts} are no weights or averages. */
    static int length(ModelConfig config, int counts) {
        return 3 * config.parameterCount() + counts;
    }

    /** Refuses a state from which no model could go on. {@code largest} is what its arithmetic can hold. */
    static void check(double[] state, int parameters, int counts, double largest) {
        if (state.length != 3 * parameters + counts) {
            throw new IllegalArgumentException(
                    "a state of " + state.length + " numbers, expected 3 * " + parameters + " parameters + " + counts);
        }
        for (int i = 0; i < state.length; i++) {
            double least = i < 2 * parameters ? -largest : 0; // squares and counts
            if (!(state[i] >= least && state[i] <= largest)) {
                throw new IllegalArgumentException("a state with " + state[i] + " at " + i + ", expected a number from "
                        + least + " to " + largest);
            }
        }
        checkPower(state[state.length - 2]);
        checkPower(state[state.length - 1]);
    }

    private static void checkPower(double power) {
        if (power > 1) {
            throw new IllegalArgumentException("a state with a product of decays of " + power + ", expected at most 1");
        }
    }
}
