package microgpt.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import microgpt.compute.JavaBackend;
import microgpt.config.BatchRecipe;
import microgpt.corpus.ByteStream;
import microgpt.corpus.DatasetManifest;
import microgpt.engine.BatchConfig;
import microgpt.engine.BatchTrainer;
import microgpt.protocol.Bytes;
import microgpt.protocol.Source;
import microgpt.protocol.train.TrainCodec;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainReport;

/** The built worker that trains by batches in a tab without a page, and all that it said so far. */
final class BareTrainer {
    private static final TrainCodec CODEC = new TrainCodec();

    static final String MODEL = """
            {"model_name": "test", "vocab_size": 256, "context_length": 16, "n_layers": 2, "n_heads": 2, "d_model": 16,
             "d_mlp": 32, "dropout": 0.0, "tie_embeddings": true, "dtype": "float32"}""";

    private final Page tab;
    private final WorkerWire wire;
    private final List<TrainReport> unread = new ArrayList<>();
    private final List<TrainReport> heard = new ArrayList<>();

    private BareTrainer(Page tab, String site, String name) {
        this.tab = tab;
        wire = new WorkerWire(tab, site, name);
        until(TrainReport.Ready.class);
    }

    /** A new tab of the same browser, with the same storage, on the Java back end. */
    static BareTrainer open(Lab lab) {
        return new BareTrainer(lab.page().context().newPage(), lab.site(), "train-java");
    }

    /** The same on the best back end there is. */
    static BareTrainer openFast(Lab lab) {
        return new BareTrainer(lab.page().context().newPage(), lab.site(), "train");
    }

    /** From now on every worker of the browser runs {@code script} before anything else. */
    static void prefixWorkers(Lab lab, String script) {
        BrowserContext context = lab.page().context();
        context.route(
                "**/worker.js",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/javascript")
                        .setBody(script + "\n" + read("worker.js"))));
    }

    private static String read(String file) {
        try {
            return Files.readString(LabExtension.built().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A step of two windows, a checkpoint every ten, a look every twenty-five. */
    static String training(int steps) {
        return "{\"batch_size\": 2, \"learning_rate\": 0.003, \"optimizer\": \"adamw\", \"betas\": [0.9, 0.95],"
                + " \"eps\": 1e-8, \"weight_decay\": 0.1, \"grad_clip\": 1.0, \"max_steps\": " + steps
                + ", \"eval_interval\": 25, \"eval_batches\": 1, \"sample_interval\": 1000, \"checkpoint_interval\": 10,"
                + " \"seed\": 42}";
    }

    /** English enough to be learned. */
    static byte[] text() {
        Random random = new Random(3);
        String[] words = {"the ", "cat ", "sat ", "on ", "a ", "mat. ", "why? ", "\n"};
        StringBuilder text = new StringBuilder();
        while (text.length() < 20_000) {
            text.append(words[random.nextInt(words.length)]);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Gives the worker the text. */
    void load() {
        send(
                new TrainCommand.LoadText(new Source.Supplied("a verse")),
                new TrainCommand.Append(Bytes.of(text()), true));
    }

    /** Gives the worker the text, builds a run and returns its id. */
    String start(String name, int steps) {
        return start(name, MODEL, steps);
    }

    /** The same with a model of one's own. */
    String start(String name, String model, int steps) {
        load();
        send(new TrainCommand.Start(name, model, training(steps), false));
        String run = until(TrainReport.Started.class).run();
        until(TrainReport.Saved.class);
        return run;
    }

    void send(TrainCommand... commands) {
        wire.send(List.of(commands).stream()
                .map(command -> CODEC.encodeCommand(wire.next(), command))
                .toList());
    }

    /** The next complaint. */
    TrainReport.Failed failed() {
        return until(TrainReport.Failed.class);
    }

    /** The next report, whatever it is. */
    TrainReport next() {
        return until(TrainReport.class);
    }

    /** The next report of that kind; no complaint may come before it. */
    <T extends TrainReport> T until(Class<T> kind) {
        while (true) {
            if (unread.isEmpty()) {
                decode(wire.receive());
            }
            TrainReport report = unread.remove(0);
            heard.add(report);
            if (kind.isInstance(report)) {
                return kind.cast(report);
            }
            if (report instanceof TrainReport.Failed || report instanceof TrainReport.Damaged) {
                throw new AssertionError(report.toString());
            }
        }
    }

    private void decode(List<byte[]> messages) {
        messages.forEach(bytes -> unread.add(CODEC.decodeReport(bytes)));
    }

    /** Trains to the end of the run, and waits until it is saved. */
    void finish() {
        send(new TrainCommand.Run());
        until(TrainReport.Transport.class);
        untilDone();
    }

    /** Goes on with a run that had come to its end, and waits for the next one. */
    void goOn(int steps) {
        send(new TrainCommand.GoOn(steps));
        do {
            until(TrainReport.Transport.class); // the first may still tell of the end before
        } while (isDone());
        untilDone();
    }

    /** Waits for the end of the run, and until it is saved: the library answers after that. */
    void untilDone() {
        while (!isDone()) {
            until(TrainReport.Transport.class);
        }
        send(new TrainCommand.ListRuns());
        until(TrainReport.Library.class);
    }

    /** Whether the run has come to its end, as far as it was waited for. */
    boolean isDone() {
        return last(TrainReport.Transport.class).done();
    }

    /** The last report of that kind, of those that were waited for. */
    <T extends TrainReport> T last(Class<T> kind) {
        for (int i = heard.size() - 1; i >= 0; i--) {
            if (kind.isInstance(heard.get(i))) {
                return kind.cast(heard.get(i));
            }
        }
        throw new AssertionError("no " + kind.getSimpleName());
    }

    /** The losses of the same run on the JVM, never interrupted. */
    static List<Float> onTheJvm(int steps) {
        return onTheJvm(MODEL, steps);
    }

    /** The same with a model of one's own. */
    static List<Float> onTheJvm(String model, int steps) {
        BatchRecipe recipe = BatchRecipe.parse(model, "the model", training(steps), "the training");
        ByteStream text = ByteStream.of("a verse", text());
        BatchConfig batches = recipe.batches();
        DatasetManifest manifest = DatasetManifest.of("a verse", text, batches.trainSplit(), batches.seed());
        BatchTrainer trainer = new BatchTrainer(batches, JavaBackend.alone(), text, manifest);
        while (!trainer.isDone()) {
            trainer.advance();
        }
        List<Float> losses = new ArrayList<>();
        for (int column = 0; column < trainer.history().columns(); column++) {
            losses.add((float) trainer.history().training(column));
        }
        return losses;
    }

    /** Loads a run where it was last saved, and answers with the steps it has made. */
    int resume(String run, TrainCommand.Generation generation) {
        send(new TrainCommand.Resume(run, generation));
        return until(TrainReport.Started.class).losses().training().size();
    }

    /** All losses told since the last run was loaded, those of its past first. */
    List<Float> losses() {
        List<Float> losses = new ArrayList<>();
        for (TrainReport report : heard) {
            if (report instanceof TrainReport.Started started) {
                losses.clear();
                for (int i = 0; i < started.losses().training().size(); i++) {
                    losses.add(started.losses().training().at(i));
                }
            } else if (report instanceof TrainReport.Progress progress) {
                for (int i = 0; i < progress.losses().size(); i++) {
                    losses.add(progress.losses().at(i));
                }
            }
        }
        return losses;
    }

    /** Ends the tab in the middle of whatever it does. */
    void kill() {
        hearOut();
        tab.close();
    }

    /** The same by the operating system: the tab's process dies in the middle of whatever it does. */
    void kill(TabProcesses processes) {
        hearOut();
        processes.killNewest();
        tab.close();
    }

    private void hearOut() {
        decode(wire.peek());
        heard.addAll(unread);
    }

    Page tab() {
        return tab;
    }
}
