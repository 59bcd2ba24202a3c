package microgpt.worker.lab;

import java.util.function.Consumer;
import microgpt.compute.Tensor;
import microgpt.numeric.Nullable;
import microgpt.protocol.Floats;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.worker.loop.EventLoop;

/** Pictures of the model for a page that watches it: at most four a second, and fewer if they would cost the run more than a fiftieth of the time. */
final class ModelPictures {
    private static final double LEAST_WAIT_MILLIS = 250;
    /** A picture that took a millisecond is followed by so many without one. */
    private static final double REST = 49;

    /** Opened like a matrix; seen as it is. */
    private static final String ATTENTION = "attention";

    private static final int BYTES = 256;
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final EventLoop loop;
    private final Consumer<LabReport> page;
    private ReadBytes read = new ReadBytes();
    private LabCommand.WatchModel watched = new LabCommand.WatchModel(false, false, "");
    private @Nullable LabRun run;
    private @Nullable PictureInProgress last;
    private @Nullable PictureInProgress making;
    private boolean news;
    private double nextMillis;
    private double spentMillis;

    ModelPictures(EventLoop loop, Consumer<LabReport> page) {
        this.loop = loop;
        this.page = page;
    }

    /** From now on it is about {@code begun}. */
    void begin(LabRun begun) {
        run = begun;
        read = new ReadBytes();
        last = null;
        making = null;
        news = true;
        nextMillis = 0;
    }

    /** The run is computed by other tensors than before, and may stand where it stood earlier. */
    void rebuilt() {
        making = null;
        news = true;
        nextMillis = 0;
    }

    /** What the page shows now, which it gets at once. */
    void watch(LabCommand.WatchModel changed) {
        watched = changed;
        making = null;
        news = true;
        nextMillis = 0;
    }

    /** The model is another than it was. */
    void changed() {
        news = true;
    }

    /** Milliseconds until {@link #work} has something to do. */
    double waitMillis() {
        if (making != null) {
            return 0;
        }
        boolean wanted = news && run != null && (watched.diagram() || watched.embedding());
        return wanted ? Math.max(0, nextMillis - loop.nowMillis()) : NEVER;
    }

    /** Works on a picture until {@code untilMillis}, if one is due. */
    void work(double untilMillis) {
        LabRun of = run;
        if (of == null || waitMillis() > 0) {
            return;
        }
        double begun = loop.nowMillis();
        PictureInProgress picture = making;
        if (picture == null) {
            news = false;
            spentMillis = 0;
            picture = new PictureInProgress(of, watched.opened(), last);
        }
        boolean more = watched.diagram();
        while (more) {
            more = picture.advance();
            if (loop.nowMillis() >= untilMillis) {
                break;
            }
        }
        making = more ? picture : null;
        if (!more) {
            send(of, picture);
        }
        double now = loop.nowMillis();
        spentMillis += now - begun;
        nextMillis = now + Math.max(LEAST_WAIT_MILLIS, REST * spentMillis);
    }

    private void send(LabRun of, PictureInProgress picture) {
        if (watched.diagram()) {
            page.accept(picture.picture());
            last = picture;
        }
        if (watched.opened().endsWith(ATTENTION) && of.engine().steps() > 0) {
            page.accept(LabReports.attention(of.id(), of.engine()));
        }
        if (watched.embedding()) {
            page.accept(embedding(of));
        }
    }

    private LabReport.EmbeddingMap embedding(LabRun of) {
        Tensor wte = of.engine().learner().predicting().wte;
        long position = of.engine().position();
        return new LabReport.EmbeddingMap(
                of.id(),
                position,
                wte.cols(),
                read.levels(of.stream(), position),
                Floats.of(wte.firstRows(BYTES).toArray()));
    }
}
