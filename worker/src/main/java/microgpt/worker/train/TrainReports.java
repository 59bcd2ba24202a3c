package microgpt.worker.train;

import microgpt.corpus.DatasetManifest;
import microgpt.engine.BatchTrainer;
import microgpt.numeric.Nullable;
import microgpt.protocol.train.TrainReport;

/** What a run by batches is, put as the page is told it. */
final class TrainReports {
    private TrainReports() {}

    static TrainReport.Started started(TrainRun run) {
        DatasetManifest manifest = run.trainer().manifest();
        long cut = manifest.trainTokens();
        return new TrainReport.Started(
                run.id(),
                run.name(),
                run.recipe().modelJson(),
                run.recipe().trainingJson(),
                run.model().parameterCount(),
                Float.BYTES * run.trainer().memoryFloats(),
                manifest.name(),
                cut,
                manifest.tokenCount() - cut,
                CountingBaselines.of(0, run.text().stream(), cut),
                CountingBaselines.of(2, run.text().stream(), cut),
                RunLibrary.losses(run.trainer().history()));
    }

    static TrainReport.Transport transport(@Nullable TrainRun run, boolean running) {
        if (run == null) {
            return new TrainReport.Transport("", false, 0, 0, false, false);
        }
        BatchTrainer trainer = run.trainer();
        return new TrainReport.Transport(
                run.id(),
                running,
                trainer.steps(),
                run.recipe().batches().maxSteps(),
                trainer.isDone(),
                trainer.hasSettled());
    }
}
