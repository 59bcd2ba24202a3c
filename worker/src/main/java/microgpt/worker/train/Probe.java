package microgpt.worker.train;

import java.util.Arrays;
import microgpt.compute.Backend;
import microgpt.engine.BatchConfig;
import microgpt.model.Gpt;
import microgpt.model.ModelConfig;
import microgpt.model.Weights;
import microgpt.worker.loop.EventLoop;

/** Passes of a model forward and back, timed: about half a second of work that says how long a step will take. */
final class Probe {
    /** Multiplications of the first pass, which warms up and tells how much more can be afforded. */
    private static final double FIRST_WORK = 2e8;

    private static final double MILLIS = 250;
    private static final int MOST_REPEATS = 5;

    private final ModelConfig model;
    private final EventLoop loop;
    private final Gpt gpt;
    private final Weights weights;
    private final Weights gradients;
    private final int[] tokens;
    private final float[] losses;
    private final float[] rowWeights;

    private Probe(ModelConfig model, int windows, Backend on, EventLoop loop) {
        this.model = model;
        this.loop = loop;
        gpt = new Gpt(model, on, windows);
        weights = new Weights(model, on);
        gradients = new Weights(model, on);
        int rows = windows * model.contextLength();
        tokens = new int[rows];
        losses = new float[rows];
        rowWeights = new float[rows];
        Arrays.fill(rowWeights, 1f / rows);
    }

    /**
     * An estimate: of a large model it times only the beginning of a window, and reckons with the multiplications in the
     * rest.
     */
    static double secondsPerStep(BatchConfig config, Backend machine, EventLoop loop) {
        ModelConfig model = config.model();
        Backend own = machine.forOneRun();
        try {
            Probe probe = new Probe(model, config.windowsAtATime(), own, loop);
            double whole = probe.work(config.batchSize(), model.contextLength());
            return probe.millisPerWork() * whole / 1000;
        } finally {
            own.release();
        }
    }

    private double millisPerWork() {
        int context = model.contextLength();
        int first = (int) Math.max(1, Math.min(context, FIRST_WORK / work(1, 1)));
        double perMilli = work(1, first) / millis(1, first);
        int windows = (int) Math.max(1, Math.min(gpt.maxBatch(), perMilli * MILLIS / work(1, context)));
        int length = (int) Math.max(first, Math.min(context, perMilli * MILLIS / work(1, 1)));
        double best = Double.POSITIVE_INFINITY;
        double end = loop.nowMillis() + MILLIS;
        for (int i = 0; i < MOST_REPEATS && (i == 0 || loop.nowMillis() + best < end); i++) {
            best = Math.min(best, millis(windows, length));
        }
        return best / work(windows, length);
    }

    /** Multiplications forward and back: each row meets every parameter, and in every layer half the window. */
    private double work(int windows, int length) {
        double attention = (double) model.nLayers() * model.dModel() * length;
        return 3.0 * windows * length * (model.parameterCount() + attention);
    }

    private double millis(int windows, int length) {
        double start = loop.nowMillis();
        gpt.forward(weights, tokens, tokens, losses, windows, length);
        gpt.backward(weights, gradients, rowWeights);
        return loop.nowMillis() - start;
    }
}
