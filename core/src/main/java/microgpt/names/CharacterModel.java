package microgpt.names;

import java.util.List;

/** A transformer over characters together with its Adam: what the recipe needs, whatever it computes with. */
public interface CharacterModel {
    /**
     * Moves the weights once, against the gradient of the mean loss over all predicted tokens of {@code documents}, of
     * each at most contextLength. Returns that loss, in nats, as it was before.
     *
     * @throws microgpt.model.NonFiniteException if the loss is not finite; the weights stay as they were
     */
    double learn(int[][] documents, Step step);

    /** Forgets what was read, to read another text. */
    void begin();

    /** Reads {@code token} after those read since {@link #begin}; returns a logit for each token that may follow. */
    double[] read(int token);

    /** What one position computed, of the last document learned, or of the text being read. */
    PositionView view(int position);

    /** The matrices, in the order in which they were drawn. */
    List<Matrix> matrices();

    /** All weights, in the order in which they were drawn. */
    double[] weights();

    /** What all weights are like. */
    Statistics statistics();

    /** Mean and standard deviation. */
    record Statistics(double mean, double deviation) {
        static Statistics of(double sum, double sumOfSquares, int count) {
            double mean = sum / count;
            return new Statistics(mean, Math.sqrt(Math.max(0, sumOfSquares / count - mean * mean)));
        }
    }

    /** Weights, Adam's averages and its powers: all that {@link #restore} needs to go on from here. */
    double[] state();

    void restore(double[] state);

    /** Gives back the memory that is not collected by itself. The model is of no use afterwards. */
    default void release() {}

    /** The numbers of one update. */
    record Step(double learningRate, double beta1, double beta2, double epsilon) {}

    /** Weights by row and column. */
    interface Matrix {
        String name();

        int rows();

        int columns();

        double get(int row, int column);

        void set(int row, int column, double weight);
    }
}
