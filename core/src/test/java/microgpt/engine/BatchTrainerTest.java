package microgpt.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import microgpt.compute.JavaBackend;
import microgpt.corpus.ByteStream;
import microgpt.corpus.DatasetManifest;
import microgpt.model.ModelConfig;
import microgpt.model.Shapes;
import microgpt.numeric.Snapshot;
import microgpt.optim.OptimizerConfig;
import microgpt.optim.Schedule;
import org.junit.jupiter.api.Test;

class BatchTrainerTest {
    private static final double LN_256 = Math.log(256);
    private static final String VERSE = "the cat sat on the mat. a dog lay by the log. ";

    @Test
    void anUntrainedModelIsJudgedAtLn256() {
        BatchTrainer trainer = trainer(config(10, 0, 1), VERSE.repeat(10));
        while (trainer.history().looks() == 0) {
            trainer.advance();
        }
        assertEquals(0, trainer.steps());
        assertEquals(LN_256, trainer.history().validation(0), 0.02 * LN_256);
    }

    @Test
    void aTinyRepeatedTextIsLearnedByHeart() {
        BatchTrainer trainer = trainer(config(200, 0, 1), VERSE.repeat(10));
        run(trainer);
        assertTrue(
                trainer.history().latestTraining() < 0.3,
                "training loss " + trainer.history().latestTraining());
        assertEquals(200, trainer.history().latestLookAt());
        assertTrue(
                trainer.history().latestValidation() < 0.3,
                "loss " + trainer.history().latestValidation());
    }

    @Test
    void sameSeedSameLossesAndAnotherSeedOthers() {
        double[] losses = run(trainer(config(12, 0, 1), VERSE.repeat(10)));
        assertArrayEquals(losses, run(trainer(config(12, 0, 1), VERSE.repeat(10))));
        assertFalse(losses[0] == run(trainer(config(12, 0, 2), VERSE.repeat(10)))[0]);
    }

    @Test
    void whatLiesInTheValidationSplitIsNeverLearnedFrom() {
        String known = VERSE.repeat(9);
        double[] losses = run(trainer(config(12, 0, 1), known + "x".repeat(VERSE.length())));
        assertArrayEquals(losses, run(trainer(config(12, 0, 1), known + "y".repeat(VERSE.length()))));
    }

    @Test
    void aSavedRunGoesOnWithTheSameLossesToTheBit() {
        double[] whole = run(trainer(config(12, 0, 1), VERSE.repeat(10)));
        for (int parts : new int[] {1, 3, 7, 16, 40, 100}) {
            BatchTrainer first = trainer(config(12, 0, 1), VERSE.repeat(10));
            for (int i = 0; i < parts; i++) {
                first.advance();
            }
            BatchTrainer second = trainer(config(12, 0, 1), VERSE.repeat(10));
            Snapshot snapshot = new Snapshot();
            first.save(snapshot);
            second.restore(snapshot);
            float[] weights = first.learner().weights().all().toArray();
            second.learner().weights().all().memory().write(0, weights, 0, weights.length);
            assertArrayEquals(whole, run(second), "saved after part " + parts);
            assertEquals(4, second.history().looks());
        }
    }

    @Test
    void aRunGoesOnForMoreStepsAndByAnotherRate() {
        BatchTrainer trainer = trainer(config(5, 0, 1), VERSE.repeat(10));
        run(trainer);
        assertTrue(trainer.isDone());
        trainer.continueUntil(8);
        trainer.tune(optimizer(0.001, Schedule.CONSTANT));
        run(trainer);
        assertEquals(8, trainer.steps());
        assertEquals(0.001, trainer.learner().learningRate());
    }

    @Test
    void aRunThatNoLongerImprovesStopsIfAsked() {
        BatchConfig still = config(1000, 3, 1).with(optimizer(0, Schedule.CONSTANT));
        BatchTrainer trainer = trainer(still, VERSE.repeat(10));
        run(trainer);
        assertEquals(15, trainer.steps()); // looks at 0, 5, 10 and 15: the first was the best
        assertTrue(trainer.hasSettled());
        trainer.continueUntil(2000);
        assertFalse(trainer.isDone());
    }

    @Test
    void theRateWarmsUpAndFalls() {
        Schedule schedule = new Schedule(Schedule.Kind.COSINE, 4, 12, 0.1);
        BatchTrainer trainer = trainer(config(12, 0, 1).with(optimizer(0.01, schedule)), VERSE.repeat(10));
        double[] rates = new double[13];
        while (!trainer.isDone()) {
            trainer.advance();
            rates[(int) trainer.steps()] = trainer.learner().learningRate();
        }
        assertEquals(0.0025, rates[1]);
        assertEquals(0.01, rates[4]);
        assertEquals(0.001, rates[12], 1e-12);
    }

    @Test
    void aTextTooShortToTrainOnIsRefusedAndAShortOneIsValidatedInShortWindows() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> trainer(config(5, 0, 1), "too short"));
        assertTrue(String.valueOf(e.getMessage()).contains("must be at least 17"), e.getMessage());
        BatchTrainer trainer = trainer(config(5, 0, 1), "just long enough....");
        run(trainer);
        assertEquals(2, trainer.history().looks());
    }

    @Test
    void theMemoryForeseenIsWhatIsThenTaken() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (BatchConfig config : new BatchConfig[] {
            config(Shapes.gpt2(2, 48, 32), 10, 0, 1), // mostly activations
            config(Shapes.gpt2(3, 128, 16), 10, 0, 1) // mostly weights and what moves them
        }) {
            long before = threads.getCurrentThreadAllocatedBytes();
            BatchTrainer trainer = trainer(config, VERSE.repeat(10));
            while (trainer.steps() == 0) {
                trainer.advance();
            }
            double taken = threads.getCurrentThreadAllocatedBytes() - before;
            assertEquals(taken, (double) config.memoryBytes(), 0.25 * taken);
        }
    }

    private static double[] run(BatchTrainer trainer) {
        while (!trainer.isDone()) {
            trainer.advance();
        }
        double[] losses = new double[trainer.history().columns()];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = trainer.history().training(i);
        }
        return losses;
    }

    private static BatchTrainer trainer(BatchConfig config, String text) {
        ByteStream stream = ByteStream.of("text", text.getBytes(StandardCharsets.US_ASCII));
        DatasetManifest manifest = DatasetManifest.of("text", stream, config.trainSplit(), config.seed());
        return new BatchTrainer(config, JavaBackend.alone(), stream, manifest);
    }

    /** A batch of 12 windows of 16 bytes is computed by 8 and by 4 windows. */
    private static BatchConfig config(long steps, int patience, long seed) {
        return config(Shapes.gpt2(1, 16, 16), steps, patience, seed);
    }

    private static BatchConfig config(ModelConfig model, long steps, int patience, long seed) {
        return new BatchConfig(model, optimizer(0.02, Schedule.CONSTANT), 12, steps, 5, 1, 10, 10, patience, 0.9, seed);
    }

    private static OptimizerConfig optimizer(double learningRate, Schedule schedule) {
        return new OptimizerConfig(OptimizerConfig.Kind.ADAMW, learningRate, 0.9, 0.95, 1e-8, 0.1, 0, 1, 0, schedule);
    }
}
