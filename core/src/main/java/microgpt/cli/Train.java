package microgpt.cli;

import com.grack.nanojson.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import microgpt.checkpoint.Checkpoint;
import microgpt.compute.Backend;
import microgpt.config.BatchRecipe;
import microgpt.corpus.BosPlacement;
import microgpt.corpus.ByteStream;
import microgpt.corpus.DatasetManifest;
import microgpt.engine.BatchTrainer;
import microgpt.engine.LossHistory;
import microgpt.numeric.Bits;
import microgpt.numeric.Rng;
import microgpt.sampling.Generator;
import microgpt.sampling.Sampler;

/** The command that trains a model by batches, and keeps the run in a folder. */
final class Train {
    private static final String HELP = """
            usage: microgpt train --model MODEL.json --training TRAINING.json [options] --out DIR FILE
                   microgpt train --resume [options] --out DIR [FILE]
                   microgpt train --from RUN.safetensors [options] --out DIR [FILE]

            Trains on the first nine tenths of FILE, validates on the rest, and keeps in DIR the run, in two generations, its
            best model, and its losses. Prints lines of JSON. Ctrl-C stops it, saved. FILE may be left out where the run took
            its text along.

              --model FILE      the model, for example configs/model.byte-tinygpt-v0.json
              --training FILE   how to train it, for example configs/training.json
              --set KEY=VALUE   another value for one key of either, as often as wanted; of a run that goes on only those
                                that can change: learning_rate, max_steps, ...
              --out DIR         where to keep the run
              --resume          go on with the run in DIR
              --from FILE       go on with a run that was saved elsewhere
              --init FILE       begin with the weights of another model of the same shape
              --threads N       how many processors to use (default all); the losses do not depend on it
              --every N         print a line every N steps (default 10)
            """;

    private static final List<String> OPTIONS =
            List.of("--model", "--training", "--set", "--out", "--from", "--init", "--threads", "--every");
    private static final List<String> FLAGS = List.of("--resume", "--help");
    private static final int SAMPLE_BYTES = 200;

    private final Console console;
    private final RunFolder folder;
    private final BatchRecipe recipe;
    private final BatchTrainer run;
    private final long every;
    private long lineTime = System.nanoTime();
    private long lineStep;

    private Train(Console console, RunFolder folder, BatchRecipe recipe, BatchTrainer run, long every) {
        this.console = console;
        this.folder = folder;
        this.recipe = recipe;
        this.run = run;
        this.every = every;
        lineStep = run.steps();
    }

    static void run(Console console, List<String> args) throws IOException {
        Arguments arguments = new Arguments(args, OPTIONS, FLAGS);
        if (arguments.has("--help")) {
            console.out().print(HELP);
            return;
        }
        RunFolder folder = new RunFolder(Path.of(arguments.required("--out")));
        checkFree(arguments, folder);
        Train train = arguments.has("--resume") || arguments.has("--from")
                ? resume(console, arguments, folder)
                : begin(console, arguments, folder);
        try (Interruption interruption = new Interruption()) {
            train.train(interruption);
        }
    }

    /** A run that is in the folder already can be gone on with, and never makes room for another. */
    private static void checkFree(Arguments arguments, RunFolder folder) {
        if (arguments.has("--resume") && arguments.has("--from")) {
            throw new UsageException("expected --resume or --from, found both");
        }
        if (folder.hasRun() && !arguments.has("--resume")) {
            throw new UsageException(
                    "expected --resume, or another --out: there is a run in " + arguments.required("--out"));
        }
    }

    private static Train begin(Console console, Arguments arguments, RunFolder folder) throws IOException {
        String file = arguments.operand("FILE");
        ByteStream text = Models.text(file);
        BatchRecipe recipe = arguments.trainingRecipe();
        Models.checkMemory(recipe.batches().memoryBytes());
        DatasetManifest manifest = DatasetManifest.of(
                String.valueOf(Path.of(file).getFileName()),
                text,
                recipe.batches().trainSplit(),
                recipe.batches().seed());
        Backend on = Models.backend(arguments);
        BatchTrainer run = new BatchTrainer(recipe.batches(), on, text, manifest);
        if (arguments.has("--init")) {
            Checkpoint other = Models.checkpoint(arguments.required("--init"));
            if (!other.model().equals(recipe.batches().model())) {
                throw new UsageException("--init expects a model of the shape of --model, found " + other.model());
            }
            on.copy(run.learner().weights().all(), other.weights(on).all());
        }
        return new Train(console, folder, recipe, run, arguments.count("--every", 10));
    }

    private static Train resume(Console console, Arguments arguments, RunFolder folder) throws IOException {
        Checkpoint checkpoint =
                arguments.has("--from") ? Models.checkpoint(arguments.required("--from")) : folder.load(console);
        Models.checkMemory(checkpoint.batches().batches().memoryBytes());
        String file = fileOf(checkpoint, arguments, folder);
        BatchTrainer run = checkpoint.resume(Models.backend(arguments), file, Models.text(file));
        BatchRecipe saved = checkpoint.batches();
        BatchRecipe recipe = saved.withAll(arguments.settings());
        List<String> fixed = recipe.needingRestart(saved);
        if (!fixed.isEmpty()) {
            throw new UsageException("a run that goes on cannot change " + String.join(", ", fixed));
        }
        run.tune(recipe.batches().optimizer());
        if (recipe.batches().maxSteps() != saved.batches().maxSteps()) {
            run.continueUntil(recipe.batches().maxSteps());
        }
        return new Train(console, folder, recipe, run, arguments.count("--every", 10));
    }

    /** The operand, else what the run took along, which then stays in the folder. */
    private static String fileOf(Checkpoint checkpoint, Arguments arguments, RunFolder folder) throws IOException {
        byte[] inside = arguments.hasOperands() ? null : checkpoint.text();
        if (inside != null) {
            folder.save(RunFolder.TEXT, inside);
        }
        return arguments.hasOperands() || !folder.hasText() ? arguments.operand("FILE") : folder.path(RunFolder.TEXT);
    }

    private void train(Interruption interruption) throws IOException {
        console.out()
                .println("{\"parameters\":" + recipe.batches().model().parameterCount() + ",\"step\":" + run.steps()
                        + ",\"dataset\":" + JsonWriter.string(run.manifest().datasetId()) + ",\"train_tokens\":"
                        + run.manifest().trainTokens() + ",\"memory_bytes\":"
                        + recipe.batches().memoryBytes() + "}");
        while (!run.isDone() && !interruption.isAsked()) {
            switch (run.advance()) {
                case STEP -> afterStep();
                case LOOK -> afterLook();
                case NONE -> {}
            }
        }
        save();
        console.out()
                .println("{\"step\":" + run.steps() + ",\"done\":" + run.isDone() + ",\"settled\":" + run.hasSettled()
                        + ",\"saved\":" + JsonWriter.string(RunFolder.RUN) + "}");
    }

    private void afterStep() throws IOException {
        long step = run.steps();
        if (step % every == 0 || step == run.config().maxSteps()) {
            printStep(step);
        }
        if (step % run.config().sampleInterval() == 0) {
            printSample(step);
        }
        if (step % run.config().checkpointInterval() == 0) {
            save();
        }
    }

    private void printStep(long step) {
        long now = System.nanoTime();
        long tokens = (step - lineStep)
                * run.config().batchSize()
                * run.config().model().contextLength();
        double perSecond = tokens / ((now - lineTime) / 1e9);
        lineTime = now;
        lineStep = step;
        console.out()
                .println("{\"step\":" + step + ",\"loss\":" + run.history().latestTraining()
                        + ",\"learning_rate\":" + run.learner().learningRate() + ",\"gradient_norm\":"
                        + run.learner().gradientNorm() + ",\"tokens_per_second\":" + Math.round(perSecond) + "}");
    }

    private void afterLook() throws IOException {
        LossHistory history = run.history();
        boolean best = history.latestIsBest();
        double loss = history.latestValidation();
        console.out()
                .println("{\"step\":" + history.latestLookAt() + ",\"validation_loss\":" + loss + ",\"bits_per_byte\":"
                        + Bits.ofNats(loss) + ",\"best\":" + best + "}");
        if (best && run.steps() > 0) {
            folder.save(
                    RunFolder.BEST, Checkpoint.ofWeights(recipe, run.learner().predicting()));
        }
    }

    private void printSample(long step) {
        Sampler sampler = Sampler.of(0.8, 40, 1, Rng.seeded(run.config().seed()));
        Generator generator = new Generator(run.gpt().decoder(run.learner().predicting()), BosPlacement.NEVER, sampler);
        byte[] text = new byte[SAMPLE_BYTES];
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) generator.next();
        }
        console.out()
                .println("{\"step\":" + step + ",\"sample\":"
                        + JsonWriter.string(new String(text, StandardCharsets.UTF_8)) + "}");
    }

    private void save() throws IOException {
        folder.saveRun(Checkpoint.of(recipe, run));
        folder.save(RunFolder.LOSSES, run.history().toCsv().getBytes(StandardCharsets.US_ASCII));
    }
}
