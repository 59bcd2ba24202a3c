package microgpt.worker.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.corpus.ByteStream;
import microgpt.engine.OnlineConfig;
import microgpt.engine.PrequentialEngine;
import microgpt.numeric.Rng;
import microgpt.parity.BackendParity;
import microgpt.predict.Mixture;
import microgpt.predict.Size;
import microgpt.worker.backend.Backends;

/** What must hold for a back end to be trusted, tried in this browser: each finding is a JSON object. */
final class Check {
    private static final int STEPS = 200;
    private static final int MIXED_BYTES = 300;

    /** In nats, of the mean loss of a step: rounding, amplified by 200 steps of learning. */
    private static final double DRIFT_TOLERANCE = 1e-3;

    private final Consumer<String> report;
    private final Backend machine;

    private Check(Consumer<String> report, Backend machine) {
        this.report = report;
        this.machine = machine;
    }

    /** Checks every back end but the reference; reports nothing at all where there is none. */
    static void run(List<Backends.Choice> machines, Consumer<String> report) {
        for (Backends.Choice choice : machines) {
            if (choice.suits() != Backends.Preference.REFERENCE) {
                Check check = new Check(report, choice.backend());
                check.parity();
                check.drift();
                check.mixture();
                check.promise();
                check.restarts();
                check.growth();
                check.switches();
            }
        }
    }

    private void parity() {
        Backend on = machine.forOneRun();
        List<BackendParity.Result> results = new ArrayList<>(BackendParity.compare(JavaBackend.alone(), on));
        results.addAll(BackendParity.compareLarge(JavaBackend.alone(), on));
        for (BackendParity.Result result : results) {
            finding("parity of " + result.operation(), result.difference(), result.tolerance());
        }
        on.release();
    }

    /**
     * The largest difference of losses between the back ends, over 200 steps of each recipe, learning from as much text at a
     * time as the slow reference can follow: of the online models from a part of one window, from two windows of the smallest
     * size of training, and an eighth of a window of byte-tinygpt-v0. {@link Drift} tries the online recipes whole.
     */
    private void drift() {
        List<BatchWork> quick = List.of(
                learning(Recipes.online("online.tiny")).of(1, 32),
                learning(Recipes.online("online.small")).of(1, 16),
                Recipes.names(),
                Recipes.trainingPreset("tiny").of(2, 32),
                Recipes.byteTinyGpt().of(1, 16));
        for (BatchWork work : quick) {
            Backend on = machine.forOneRun();
            Training expected = new Training(work, JavaBackend.alone());
            Training actual = new Training(work, on);
            double difference = 0;
            for (int step = 0; step < STEPS; step++) {
                expected.step();
                actual.step();
                difference = Math.max(difference, Math.abs(expected.loss() - actual.loss()));
            }
            on.release();
            finding("drift of " + work.name(), difference, DRIFT_TOLERANCE);
        }
    }

    private static BatchWork learning(OnlineWork of) {
        return new BatchWork(of.name(), of.config().model(), of.config().optimizer(), 1, 1);
    }

    /** The largest difference, in bits, of what a byte costs: files are read where another back end mixes. */
    private void mixture() {
        Rng letters = Rng.seeded(1);
        Backend on = machine.forOneRun();
        Mixture expected = mixture(JavaBackend.alone());
        Mixture actual = mixture(on);
        float[] probs = new float[256];
        double difference = 0;
        for (int i = 0; i < MIXED_BYTES; i++) {
            int next = 'a' + letters.nextInt(8);
            actual.peek(probs); // learns and takes it back
            difference = Math.max(difference, Math.abs(expected.observe(next) - actual.observe(next)));
            difference = Math.max(difference, Math.abs(expected.countsBits() - actual.countsBits()));
        }
        on.release();
        finding("mixture", difference, 0);
    }

    private static Mixture mixture(Backend on) {
        Mixture another = new Mixture(Size.MINI.config().megabytes(1));
        return Mixture.withCountsScore(Size.RICH.config().megabytes(1), List.of(another), on);
    }

    private void promise() {
        finding("broken promises", new Promise(Recipes.online("online.tiny").config()).broken(machine), 0);
    }

    /** The bytes that the memory grows by in a thousand runs after the first. */
    private void restarts() {
        BatchWork work = learning(Recipes.online("online.tiny")).of(1, 32);
        long before = 0;
        for (int run = 0; run < 1000; run++) {
            Backend on = machine.forOneRun();
            work.on(on).run();
            on.release();
            before = run == 0 ? machine.memoryBytes() : before;
        }
        finding("memory of a thousand restarts", machine.memoryBytes() - (double) before, 0);
    }

    /** The bytes that a run takes after it was built. */
    private void growth() {
        byte[] text = new byte[2000];
        for (String preset : List.of("online.seed", "online.tiny", "online.small")) {
            Backend on = machine.forOneRun();
            PrequentialEngine engine =
                    new PrequentialEngine(Recipes.online(preset).config(), on, ByteStream.of("zeros", text));
            long built = machine.memoryInUse();
            while (engine.canStep()) {
                engine.step();
            }
            finding("growth of " + preset, machine.memoryInUse() - (double) built, 0);
            on.release();
        }
        Backend on = machine.forOneRun();
        Training training = new Training(Recipes.trainingPreset("tiny").of(2, 32), on);
        long built = machine.memoryInUse();
        training.step();
        finding("growth of training", machine.memoryInUse() - (double) built, 0);
        on.release();
    }

    /** The bytes that switching a mixture off and on again takes. */
    private void switches() {
        Backend on = machine.forOneRun();
        OnlineConfig with = Recipes.mixed("online.tiny", "true");
        OnlineConfig without = Recipes.mixed("online.tiny", "false");
        PrequentialEngine engine = new PrequentialEngine(with, on, ByteStream.of("zeros", new byte[1000]));
        engine.step();
        long before = machine.memoryInUse();
        engine.tune(without);
        engine.tune(with);
        engine.step();
        finding("growth of a mixture that comes and goes", machine.memoryInUse() - (double) before, 0);
        on.release();
    }

    private void finding(String name, double difference, double tolerance) {
        report.accept(json(machine.name() + ": " + name, difference, tolerance));
    }

    /** A finding as a JSON object; a difference that is no number is null there. */
    static String json(String name, double difference, double tolerance) {
        return "{\"name\":\"" + name + "\",\"difference\":" + (Double.isFinite(difference) ? difference : "null")
                + ",\"tolerance\":" + tolerance + "}";
    }
}
