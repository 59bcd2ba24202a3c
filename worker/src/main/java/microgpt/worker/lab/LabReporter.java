package microgpt.worker.lab;

import java.util.function.Consumer;
import microgpt.numeric.Nullable;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.worker.loop.EventLoop;
import microgpt.worker.loop.Throttle;
import microgpt.worker.loop.Throughput;

/** What the page is told of a run, and how often: progress at most 30 times a second, the rest less. */
final class LabReporter {
    private static final double PROGRESS_MILLIS = 1000 / 30.0;
    private static final double VIEWS_MILLIS = 100;
    private static final double PHASES_MILLIS = 500;
    private static final int KEYS_SHOWN_EACH = 32;

    private final EventLoop loop;
    private final Consumer<LabReport> page;
    private final GzipMeter gzip;
    private final Throughput tempo = new Throughput();
    private final Throttle progress = new Throttle(PROGRESS_MILLIS);
    private final Throttle views = new Throttle(VIEWS_MILLIS);
    private final Throttle phases = new Throttle(PHASES_MILLIS);
    private LabCommand.Watch watched = new LabCommand.Watch(false, false);
    private @Nullable LabRun run;
    private int phasesReported;

    LabReporter(EventLoop loop, Gzip gzip, Consumer<LabReport> page) {
        this.loop = loop;
        this.gzip = new GzipMeter(loop, gzip, page);
        this.page = page;
    }

    /** From now on it is about {@code begun}, of which everything is told at once. */
    void begin(LabRun begun) {
        run = begun;
        phasesReported = 0;
        gzip.begin(begun.id());
        noteAll();
        resume();
        flush();
        if (begun.isTyped()) {
            page.accept(LabReports.nextByte(begun));
        }
    }

    /** The run stands where it stood before: everything is told as it was there. */
    void arrived() {
        if (run == null) {
            return;
        }
        run.tail().tellAgain();
        run.engine().events().clear();
        phasesReported = -1;
        gzip.begin(run.id()); // the same bytes again, up to here
        noteAll();
        resume();
        flush();
    }

    /** Learning goes on after a time that does not count. */
    void resume() {
        if (run != null) {
            tempo.restart(loop.nowMillis(), run.engine().position());
        }
    }

    void watch(LabCommand.Watch changed) {
        watched = changed;
        if (run != null) {
            reportViews(run);
        }
    }

    /** A step was made. Whoever types sees at once what was expected of the next key, but for keys that came in a heap. */
    void stepped() {
        if (run != null) {
            noteAll();
            tempo.mark(loop.nowMillis(), run.engine().position());
            gzip.follow(run.stream(), run.engine().position());
            if (run.isTyped() && run.stream().size() - run.engine().position() <= KEYS_SHOWN_EACH) {
                page.accept(LabReports.nextByte(run));
            }
        }
    }

    private void noteAll() {
        progress.note();
        views.note();
        phases.note();
    }

    /** Milliseconds until {@link #reportIfDue} has something to do; infinite while there is no news. */
    double waitMillis() {
        double now = loop.nowMillis();
        return Math.min(progress.waitMillis(now), Math.min(views.waitMillis(now), phases.waitMillis(now)));
    }

    void reportIfDue() {
        if (run == null) {
            return;
        }
        double now = loop.nowMillis();
        if (progress.isDue(now)) {
            reportProgress(run);
        }
        if (views.isDue(now)) {
            reportViews(run);
        }
        if (phases.isDue(now) || run.engine().meter().visits().size() != phasesReported) {
            reportPhases(run);
        }
    }

    /** Tells everything that was not told yet, now. */
    void flush() {
        if (run == null) {
            return;
        }
        if (progress.hasNews()) {
            reportProgress(run);
        }
        if (views.hasNews()) {
            reportViews(run);
        }
        if (phases.hasNews()) {
            reportPhases(run);
        }
        gzip.stopped(run.stream(), run.engine().position());
    }

    private void reportProgress(LabRun of) {
        progress.told(loop.nowMillis());
        gzip.passing(of.stream(), of.engine().position());
        page.accept(LabReports.progress(of.id(), of.engine(), tempo.bytesPerSecond()));
        if (!of.tail().isEmpty()) {
            page.accept(of.tail().take(of.id()));
        }
        if (of.engine().events().size() > 0) {
            page.accept(LabReports.events(of.id(), of.engine()));
        }
    }

    /** The heavy views, each of which costs a forward pass. */
    private void reportViews(LabRun of) {
        views.told(loop.nowMillis());
        if (watched.attention() && of.engine().steps() > 0) {
            page.accept(LabReports.attention(of.id(), of.engine()));
        }
        if (watched.nextByte()) {
            page.accept(LabReports.nextByte(of));
        }
    }

    private void reportPhases(LabRun of) {
        phases.told(loop.nowMillis());
        phasesReported = of.engine().meter().visits().size();
        page.accept(LabReports.phases(of.id(), of.engine()));
    }
}
