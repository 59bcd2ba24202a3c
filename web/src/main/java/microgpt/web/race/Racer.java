package microgpt.web.race;

import microgpt.numeric.Nullable;
import microgpt.protocol.lab.LabCodec;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.web.shell.Link;
import org.teavm.jso.file.Blob;

/** One contender at work: its worker, the present run of it, and how far it was told to read. */
final class Racer {
    /** Where what it says goes. */
    interface Listener {
        /** The worker can be asked for runs; {@code backend} computes, {@code why} says why that one. */
        void ready(String backend, String why);

        /** A run stands at its start; its stream has so many bytes, -1 if that is not known yet. */
        void built(int racer, LabReport.Started started);

        void reached(int racer, LabReport.Reached reached);

        /** The transformer has diverged, or has recovered. */
        void diverged(int racer, LabReport.Diverged report);

        void failed(int racer, String message);

        void workerStopped(String why);
    }

    private final int index;
    private final Listener listener;
    private final Link<LabCommand, LabReport> link;
    private final OwnText text = new OwnText();
    private @Nullable Blob own;
    private int run;
    private long target;
    private boolean ready;
    private boolean built;
    private boolean done;

    Racer(int index, Listener listener) {
        this.index = index;
        this.listener = listener;
        link = Link.start("", new LabCodec(), this::take, listener::workerStopped);
    }

    boolean isReady() {
        return ready;
    }

    /** Whether it was ever asked for a run. */
    boolean isBegun() {
        return run > 0;
    }

    /** Whether its run stands at its start, or beyond. */
    boolean isBuilt() {
        return built;
    }

    /** Whether it will read nothing more: the stream has ended, or its learning broke off. */
    boolean isDone() {
        return done;
    }

    /** Begins a run; what is told of the one before is dropped. */
    void start(String recipe, RaceStream stream) {
        text.stop();
        own = stream.own();
        built = false;
        done = false;
        target = 0;
        run = link.send(new LabCommand.Start(recipe, stream.source()));
    }

    /** Lets it read on to {@code position}, if it was not told so before. */
    void runTo(long position) {
        if (built && !done && position > target) {
            target = position;
            link.send(new LabCommand.RunTo(position));
        }
    }

    private void take(LabReport report) {
        if (report instanceof LabReport.Ready says) {
            ready = true;
            listener.ready(says.backend(), says.why());
        } else if (report instanceof LabReport.OfRun ofRun && ofRun.run() != run) {
            return;
        } else if (report instanceof LabReport.Started started) {
            begun(started);
        } else if (report instanceof LabReport.Loading loading
                && loading.waiting().isEmpty()) {
            text.goOn();
        } else if (report instanceof LabReport.Reached reached) {
            done = reached.over();
            listener.reached(index, reached);
        } else if (report instanceof LabReport.Diverged diverged) {
            listener.diverged(index, diverged);
        } else if (report instanceof LabReport.Failed failed) {
            listener.failed(index, failed.message());
        }
    }

    private void begun(LabReport.Started started) {
        built = true;
        listener.built(index, started);
        Blob given = own;
        if (given != null) {
            text.feed(
                    given,
                    run,
                    link,
                    why -> listener.failed(index, "the text could not be read on (" + why + "): choose it again"));
        }
    }
}
