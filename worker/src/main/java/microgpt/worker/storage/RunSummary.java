package microgpt.worker.storage;

/**
 * What the library shows of a run without opening it. Losses are NaN where there is none.
 *
 * @param text what the text is called
 * @param textHash the SHA-256 of the text
 * @param sample a text that the model wrote, a character for each byte
 */
public record RunSummary(
        String name,
        long steps,
        long maxSteps,
        int parameters,
        double loss,
        double bestLoss,
        String text,
        long textBytes,
        String textHash,
        String sample) {

    RunSummary named(String other) {
        return new RunSummary(other, steps, maxSteps, parameters, loss, bestLoss, text, textBytes, textHash, sample);
    }
}
