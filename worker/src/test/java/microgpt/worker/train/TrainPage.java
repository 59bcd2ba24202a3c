package microgpt.worker.train;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.protocol.Bytes;
import microgpt.protocol.Numbered;
import microgpt.protocol.Source;
import microgpt.protocol.train.TrainCodec;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainReport;
import microgpt.worker.fetch.HandWeb;
import microgpt.worker.loop.HandLoop;
import microgpt.worker.storage.Disk;
import microgpt.worker.storage.Locks;
import microgpt.worker.storage.RunStore;

/** A page that trains by batches, without a browser: it talks to a session over the wire, and keeps every report. */
final class TrainPage implements Consumer<TrainReport> {
    private static final TrainCodec CODEC = new TrainCodec();

    static final String MODEL = """
            {"model_name": "test", "vocab_size": 256, "context_length": 8, "n_layers": 2, "n_heads": 2, "d_model": 8,
             "d_mlp": 16, "dropout": 0.0, "tie_embeddings": true, "dtype": "float32"}""";

    final HandLoop loop = new HandLoop();
    final HandWeb web = new HandWeb(loop);
    final List<TrainReport> reports = new ArrayList<>();
    /** The number of the last command. */
    int sent;

    private final TrainSession session;

    TrainPage(Disk disk) {
        this(disk, Locks.FREE);
    }

    TrainPage(Disk disk, Locks locks) {
        this(JavaBackend.alone(), disk, locks);
    }

    TrainPage(Backend backend, Disk disk) {
        this(backend, disk, Locks.FREE);
    }

    private TrainPage(Backend backend, Disk disk, Locks locks) {
        session = new TrainSession(backend, loop, web, new RunStore(disk, locks), loop::now, this);
    }

    /** A step of two windows, a look every four steps, a sample every five and a checkpoint every three. */
    static String training(int steps) {
        return "{\"batch_size\": 2, \"learning_rate\": 0.01, \"optimizer\": \"adamw\", \"betas\": [0.9, 0.95],"
                + " \"eps\": 1e-8, \"weight_decay\": 0.1, \"grad_clip\": 1.0, \"max_steps\": " + steps
                + ", \"eval_interval\": 4, \"sample_interval\": 5, \"checkpoint_interval\": 3, \"seed\": 42}";
    }

    @Override
    public void accept(TrainReport report) {
        reports.add(CODEC.decodeReport(CODEC.encodeReport(report)));
    }

    void send(TrainCommand... commands) {
        for (TrainCommand command : commands) {
            sent++;
            handle(CODEC.decodeCommand(CODEC.encodeCommand(sent, command)));
        }
    }

    void handle(Numbered<TrainCommand> command) {
        session.handle(command);
    }

    void load(String text) {
        send(
                new TrainCommand.LoadText(new Source.Supplied("a verse")),
                new TrainCommand.Append(Bytes.of(text.getBytes(StandardCharsets.UTF_8)), true));
    }

    /** Builds a run, and returns its id. */
    String start(int steps) {
        load("the cat sat on the mat. a dog lay by the log. ".repeat(8));
        send(new TrainCommand.Start("first", MODEL, training(steps), false));
        return last(TrainReport.Started.class).run();
    }

    /** All losses told, those of the past first. */
    List<Float> losses() {
        List<Float> losses = new ArrayList<>();
        for (TrainReport report : reports) {
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

    <T extends TrainReport> List<T> all(Class<T> type) {
        List<T> found = new ArrayList<>();
        for (TrainReport report : reports) {
            if (type.isInstance(report)) {
                found.add(type.cast(report));
            }
        }
        return found;
    }

    <T extends TrainReport> T last(Class<T> type) {
        List<T> found = all(type);
        if (found.isEmpty()) {
            throw new AssertionError("no " + type.getSimpleName() + " among " + reports);
        }
        return found.get(found.size() - 1);
    }
}
