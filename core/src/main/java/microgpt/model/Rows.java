package microgpt.model;

import java.util.Arrays;

/** The tokens of the windows last read, and their targets: checked, and copied so that the caller's arrays may change. */
final class Rows {
    final int[] tokens;
    /** -1 for none. */
    final int[] targets;

    private int count;

    Rows(int most) {
        tokens = new int[most];
        targets = new int[most];
    }

    /** Takes the first {@code rows} tokens, without targets. */
    void read(int[] input, int rows, int vocabSize) {
        count = rows;
        require("tokens", input.length);
        for (int r = 0; r < rows; r++) {
            if (input[r] < 0 || input[r] >= vocabSize) {
                throw new IllegalArgumentException(
                        "token " + input[r] + " of row " + r + " must be from 0 to below vocabSize " + vocabSize);
            }
        }
        System.arraycopy(input, 0, tokens, 0, rows);
        Arrays.fill(targets, 0, rows, -1);
    }

    /** Takes a target for each token read. */
    void expect(int[] expected, int outputSize) {
        require("targets", expected.length);
        for (int r = 0; r < count; r++) {
            if (expected[r] < -1 || expected[r] >= outputSize) {
                throw new IllegalArgumentException("target " + expected[r] + " of row " + r
                        + " must be from -1 to below outputSize " + outputSize);
            }
        }
        System.arraycopy(expected, 0, targets, 0, count);
    }

    /** Refuses an array with less than one entry for each row. */
    void require(String what, int given) {
        if (given < count) {
            throw new IllegalArgumentException(given + " " + what + " are too few for " + count + " rows");
        }
    }
}
