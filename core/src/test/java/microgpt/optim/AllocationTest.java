package microgpt.optim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.model.Gpt;
import microgpt.model.ModelConfig;
import microgpt.model.Shapes;
import microgpt.optim.OptimizerConfig.Kind;
import org.junit.jupiter.api.Test;

class AllocationTest {
    @Test
    void aStepAllocatesLittle() {
        Backend on = JavaBackend.alone();
        ModelConfig config = Shapes.online(2, 16, 32);
        Gpt gpt = new Gpt(config, on, 1);
        OptimizerConfig adam = new OptimizerConfig(Kind.ADAM, 0.01, 0.5, 0.99, 1e-8, 0, 0, 1, 0.9, Schedule.CONSTANT);
        Learner learner = new Learner(gpt, on, Shapes.shaken(config, on, 1), adam);
        int[] tokens = Shapes.tokens(32, 256, 1);
        float[] losses = new float[32];
        float[] rowWeights = new float[32];
        Arrays.fill(rowWeights, 1 / 32f);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long most = 0;
        for (int step = 0; step < 20; step++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int length = 16; length <= 32; length += 16) {
                gpt.forward(learner.predicting(), tokens, tokens, losses, 1, length);
                gpt.backward(learner.predicting(), learner.gradients(), rowWeights);
            }
            learner.update(1);
            most = step < 2 ? 0 : Math.max(most, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertTrue(most < 4096, most + " bytes in one step");
    }
}
