package microgpt.worker.train;

import microgpt.compute.Backend;
import microgpt.config.BatchRecipe;
import microgpt.corpus.BatchSampler;
import microgpt.corpus.DatasetManifest;
import microgpt.engine.BatchConfig;
import microgpt.model.ModelConfig;
import microgpt.protocol.train.TrainReport;
import microgpt.worker.backend.TabMemory;
import microgpt.worker.loop.EventLoop;
import microgpt.worker.loop.FailureText;

/** What a run would need: memory, and by a short probe time. */
final class Preflight {
    private Preflight() {}

    /** What {@code command} asks; {@code textBytes} is 0 where there is no text yet. */
    static TrainReport.Estimated estimate(
            int command, BatchRecipe recipe, long textBytes, Backend machine, EventLoop loop) {
        BatchConfig config = recipe.batches();
        ModelConfig model = config.model();
        String trouble = "";
        double seconds = 0;
        try {
            TabMemory.check(config);
            if (textBytes > 0) {
                BatchSampler.checkEnough(
                        DatasetManifest.trainTokens(textBytes, config.trainSplit()), model.contextLength());
            }
            seconds = Probe.secondsPerStep(config, machine, loop);
        } catch (IllegalArgumentException | OutOfMemoryError e) {
            trouble = FailureText.describe(e);
        }
        return new TrainReport.Estimated(
                command,
                model.parameterCount(),
                config.memoryBytes(),
                TabMemory.savedBytes(model),
                textBytes * config.trainSplit() / model.parameterCount(),
                seconds,
                config.maxSteps(),
                trouble);
    }
}
