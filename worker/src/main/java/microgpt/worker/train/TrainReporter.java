package microgpt.worker.train;

import java.util.Arrays;
import java.util.function.Consumer;
import microgpt.engine.BatchTrainer;
import microgpt.engine.LossHistory;
import microgpt.protocol.Floats;
import microgpt.protocol.train.TrainReport;
import microgpt.worker.loop.EventLoop;
import microgpt.worker.loop.Throttle;
import microgpt.worker.loop.Throughput;

/** The steps made, of which the page is told in heaps, and how fast they come. */
final class TrainReporter {
    private static final double STEPS_MILLIS = 100;

    private final EventLoop loop;
    private final Consumer<TrainReport> page;
    private final Throttle steps = new Throttle(STEPS_MILLIS);
    private final Throughput tempo = new Throughput();
    private double elapsedMillis;
    private float[] untold = new float[64];
    private int untoldCount;

    TrainReporter(EventLoop loop, Consumer<TrainReport> page) {
        this.loop = loop;
        this.page = page;
    }

    /** Another run stands; its past is told. */
    void begin(TrainRun run) {
        untoldCount = 0;
        elapsedMillis = 0;
        resume(run);
    }

    /** Time that was not spent training does not count. */
    void resume(TrainRun run) {
        tempo.restart(loop.nowMillis(), tokens(run));
    }

    void worked(double millis) {
        elapsedMillis += millis;
    }

    void stepped(TrainRun run) {
        if (untoldCount == untold.length) {
            untold = Arrays.copyOf(untold, 2 * untoldCount);
        }
        untold[untoldCount++] = (float) run.trainer().history().latestTraining();
        steps.note();
        tempo.mark(loop.nowMillis(), tokens(run));
    }

    void looked(TrainRun run) {
        LossHistory history = run.trainer().history();
        page.accept(new TrainReport.Looked(
                run.id(), history.latestLookAt(), history.latestValidation(), history.latestIsBest()));
        resume(run);
    }

    double waitMillis() {
        return steps.waitMillis(loop.nowMillis());
    }

    void tellIfDue(TrainRun run) {
        if (steps.isDue(loop.nowMillis())) {
            tell(run);
        }
    }

    /** Tells what there is, due or not. */
    void tell(TrainRun run) {
        steps.told(loop.nowMillis());
        BatchTrainer trainer = run.trainer();
        if (untoldCount == 0) {
            return;
        }
        float[] losses = Arrays.copyOf(untold, untoldCount);
        untoldCount = 0;
        double perSecond = tempo.bytesPerSecond();
        double tokensLeft = (double) Math.max(0, trainer.config().maxSteps() - trainer.steps()) * tokensPerStep(run);
        page.accept(new TrainReport.Progress(
                run.id(),
                trainer.steps(),
                Floats.of(losses),
                perSecond,
                trainer.learner().learningRate(),
                trainer.learner().gradientNorm(),
                elapsedMillis,
                perSecond > 0 ? 1000 * tokensLeft / perSecond : Double.NaN));
    }

    private static long tokensPerStep(TrainRun run) {
        return (long) run.recipe().batches().batchSize() * run.model().contextLength();
    }

    private static long tokens(TrainRun run) {
        return run.trainer().steps() * tokensPerStep(run);
    }
}
