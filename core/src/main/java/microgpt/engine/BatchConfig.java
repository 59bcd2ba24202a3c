package microgpt.engine;

import microgpt.model.Decoder;
import microgpt.model.Gpt;
import microgpt.model.ModelConfig;
import microgpt.optim.OptimizerConfig;

/**
 * Everything that training by batches is made of, but for the text: with the same bytes, the same losses.
 *
 * @param batchSize windows of contextLength tokens whose mean gradient makes an update
 * @param maxSteps updates until the run is done
 * @param evalInterval updates between two looks at the validation split
 * @param evalBatches how many batches such a look reads, always the same ones
 * @param patience how many looks in a row may bring nothing better before the run stops; 0 for any number
 * @param trainSplit the share of the text, from its start, to train on
 */
public record BatchConfig(
        ModelConfig model,
        OptimizerConfig optimizer,
        int batchSize,
        long maxSteps,
        int evalInterval,
        int evalBatches,
        int sampleInterval,
        int checkpointInterval,
        int patience,
        double trainSplit,
        long seed) {

    private static final int BYTES = 256;
    /** In one look at the validation split: each would be looked at many times. */
    private static final int MOST_WINDOWS = 1 << 30;

    private static final int ROWS_AT_A_TIME = 128;

    public BatchConfig {
        atLeast("batchSize", batchSize, 1);
        if (batchSize > 1024) {
            throw new IllegalArgumentException("batchSize " + batchSize + " must be at most 1024");
        }
        atLeast("maxSteps", maxSteps, 1);
        atLeast("evalInterval", evalInterval, 1);
        atLeast("evalBatches", evalBatches, 1);
        if ((long) evalBatches * batchSize > MOST_WINDOWS) {
            throw new IllegalArgumentException("evalBatches " + evalBatches + " of batchSize " + batchSize
                    + " windows each must be at most " + MOST_WINDOWS + " windows");
        }
        atLeast("sampleInterval", sampleInterval, 1);
        atLeast("checkpointInterval", checkpointInterval, 1);
        atLeast("patience", patience, 0);
        if (!(trainSplit > 0 && trainSplit <= 1)) {
            throw new IllegalArgumentException("trainSplit " + trainSplit + " must be above 0 and at most 1");
        }
        if (model.outputSize() < BYTES) {
            throw new IllegalArgumentException(
                    "outputSize " + model.outputSize() + " must be at least " + BYTES + ": any byte may follow");
        }
    }

    private static void atLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " " + value + " must be at least " + least);
        }
    }

    /** Windows computed at a time: enough rows for matrix products to be fast, few enough to be done soon. */
    public int windowsAtATime() {
        return Math.min(batchSize, Math.max(1, ROWS_AT_A_TIME / model.contextLength()));
    }

    /**
     * Bytes of memory that a run holds: weights, gradients, moments, average, a copy of the weights to write samples with,
     * and what computing leaves.
     */
    public long memoryBytes() {
        return Float.BYTES
                * ((1L + optimizer.copies()) * model.parameterCount()
                        + Gpt.floatsFor(model, windowsAtATime())
                        + Decoder.floatsFor(model));
    }

    /** The same with other numbers to learn by. */
    public BatchConfig with(OptimizerConfig changed) {
        return new BatchConfig(
                model,
                changed,
                batchSize,
                maxSteps,
                evalInterval,
                evalBatches,
                sampleInterval,
                checkpointInterval,
                patience,
                trainSplit,
                seed);
    }

    /** The same that goes on until {@code steps} updates were made. */
    public BatchConfig until(long steps) {
        return new BatchConfig(
                model,
                optimizer,
                batchSize,
                steps,
                evalInterval,
                evalBatches,
                sampleInterval,
                checkpointInterval,
                patience,
                trainSplit,
                seed);
    }
}
