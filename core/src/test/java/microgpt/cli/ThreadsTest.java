package microgpt.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.compute.ParallelRanges;
import microgpt.model.Gpt;
import microgpt.model.ModelConfig;
import microgpt.model.Shapes;
import microgpt.model.Weights;
import microgpt.optim.Learner;
import microgpt.optim.OptimizerConfig;
import microgpt.optim.Schedule;
import org.junit.jupiter.api.Test;

class ThreadsTest {
    @Test
    void everyPartIsDoneOnce() {
        for (int threads = 1; threads < 5; threads++) {
            for (int parts : new int[] {0, 1, 2, 3, 7, 100}) {
                AtomicIntegerArray done = new AtomicIntegerArray(parts);
                new Threads(threads).share(parts, (from, to) -> {
                    for (int i = from; i < to; i++) {
                        done.incrementAndGet(i);
                    }
                });
                for (int i = 0; i < parts; i++) {
                    assertEquals(1, done.get(i), "part " + i + " of " + parts);
                }
            }
        }
    }

    @Test
    void whatFailsInAThreadFailsHere() {
        assertThrows(
                IllegalStateException.class,
                () -> new Threads(2).share(2, (from, to) -> {
                    if (from == 1) {
                        throw new IllegalArgumentException("on purpose");
                    }
                }));
    }

    @Test
    void anyNumberOfThreadsLearnsTheSameToTheBit() {
        ModelConfig config = Shapes.gpt2(1, 84, 66);
        float[] alone = learned(config, ParallelRanges.ALONE);
        assertArrayEquals(alone, learned(config, new Threads(2)));
        assertArrayEquals(alone, learned(config, new Threads(5)));
        ModelConfig relative = Shapes.online(1, 84, 66);
        assertArrayEquals(learned(relative, ParallelRanges.ALONE), learned(relative, new Threads(3)));
    }

    /** The weights after two updates. */
    private static float[] learned(ModelConfig config, ParallelRanges crew) {
        Backend on = JavaBackend.sharing(crew);
        int batch = 2;
        int length = config.contextLength();
        int rows = batch * length;
        Gpt gpt = new Gpt(config, on, batch);
        Weights weights = Shapes.shaken(config, on, 1);
        Learner learner = new Learner(
                gpt,
                on,
                weights,
                new OptimizerConfig(
                        OptimizerConfig.Kind.ADAMW, 0.01, 0.9, 0.95, 1e-8, 0.1, 0, 1, 0, Schedule.CONSTANT));
        float[] rowWeights = new float[rows];
        Arrays.fill(rowWeights, 1f / rows);
        for (int step = 0; step < 2; step++) {
            gpt.forward(
                    weights,
                    Shapes.tokens(rows, 256, step),
                    Shapes.tokens(rows, 256, step + 9),
                    new float[rows],
                    batch,
                    length);
            gpt.backward(weights, learner.gradients(), rowWeights);
            learner.update(1);
        }
        return weights.all().toArray();
    }
}
