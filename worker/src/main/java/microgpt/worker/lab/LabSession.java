package microgpt.worker.lab;

import java.util.function.Consumer;
import microgpt.compute.Backend;
import microgpt.config.OnlineRecipe;
import microgpt.corpus.ByteStream;
import microgpt.model.NonFiniteException;
import microgpt.numeric.Nullable;
import microgpt.protocol.Numbered;
import microgpt.protocol.Source;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.worker.fetch.Fetcher;
import microgpt.worker.fetch.Sources;
import microgpt.worker.loop.Dispatcher;
import microgpt.worker.loop.EventLoop;
import microgpt.worker.loop.RateLimit;
import microgpt.worker.loop.Task;
import microgpt.worker.loop.Wakeup;

/**
 * What the page's commands do: one run at a time, learned in slices short enough that a command never waits long, with
 * samples in between. What fails becomes a {@link LabReport.Failed}, and the session goes on.
 */
final class LabSession implements LabCommand.Handler {
    /** How long to work before looking for commands. A step is never interrupted, so that of a large model may take longer. */
    static final double SLICE_MILLIS = 12;

    /** The part of a slice that goes to samples while the run runs; more after a step that took longer than a slice. */
    private static final double SAMPLING_MILLIS = 4;

    /** What a slice spends beside the rest on a text that is supposed to come next. */
    private static final double LOOKING_MILLIS = 6;

    /** The parts of a slice that go to pictures of the model, and to asking it about held-out text, while the run runs. */
    private static final double PICTURE_MILLIS = 2;

    private static final double PROBE_MILLIS = 4;

    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final Backend backend;
    private final EventLoop loop;
    private final Consumer<LabReport> page;
    private final Dispatcher<LabReport> dispatcher;
    private final Wakeup wakeup;
    private final LabReporter reporter;
    private final SampleQueue samples;
    private final ModelPictures pictures;
    private final ForgettingProbes probes;
    private final CodingDesk coding;
    private final StreamDownload download;
    private final LookAhead lookAhead;
    private final TravelDesk travels;
    private final RateLimit pace = new RateLimit();
    private @Nullable LabRun run;
    private boolean running;
    /** Keys that were typed are there to be read again, but not at once: it stands where it was sent to. */
    private boolean stands;
    /** Learning waits for so many samples: those that the untrained model was asked for before. */
    private int samplesBefore;

    LabSession(Backend backend, EventLoop loop, Fetcher fetching, Gzip gzip, Consumer<LabReport> page) {
        this.backend = backend;
        this.loop = loop;
        this.page = page;
        dispatcher = new Dispatcher<>(page, LabReport.Failed::new);
        wakeup = new Wakeup(loop, this::turn);
        reporter = new LabReporter(loop, gzip, page);
        samples = new SampleQueue(loop, page);
        pictures = new ModelPictures(loop, page);
        probes = new ForgettingProbes(loop, page);
        coding = new CodingDesk(loop, page);
        lookAhead = new LookAhead(loop, page);
        download = new StreamDownload(loop, fetching, page, wakeup::soon);
        travels = new TravelDesk(loop, page, this::arrived);
    }

    void handle(Numbered<LabCommand> numbered) {
        if (!travels.holds(numbered)) {
            hand(numbered);
        }
    }

    private void hand(Numbered<LabCommand> numbered) {
        dispatcher.dispatch(numbered.number(), () -> numbered.command().deliverTo(this));
    }

    @Override
    public void on(LabCommand.Start start) {
        dispatcher.attempt("starting the run", () -> {
            if (start.source() instanceof Source.HuggingFace || start.source() instanceof Source.Wikipedia) {
                throw new IllegalArgumentException(
                        "a data set or an article is for the page that trains by batches: here"
                                + " expected a text at an address, from a file, or pasted");
            }
            download.forgetAwaited();
            if (start.source() instanceof Source.Url url) {
                await(url, LabRun.check(start.recipe()), dispatcher.task("loading the stream"));
            } else {
                begin(LabRun.build(dispatcher.command(), start.recipe(), start.source(), backend));
            }
        });
    }

    /** The present run goes on until the first bytes of the new one's stream arrive. */
    private void await(Source.Url url, OnlineRecipe recipe, Task task) {
        ByteStream stream = Sources.open(url).readOnce();
        download.await(stream, url, task, () -> {
            LabRun built = LabRun.build(task.command(), recipe, url, stream, backend);
            begin(built);
            return built;
        });
    }

    /** Stands at the beginning of a run; the one before ends. */
    private void begin(LabRun built) {
        leave();
        run = built;
        page.accept(built.started());
        announceTransport();
        reporter.begin(built);
        travels.tell(built);
        pictures.begin(built);
        probes.begin(built);
    }

    /** Ends the present run, if there is one. */
    private void leave() {
        running = false;
        samples.clear();
        coding.stop();
        lookAhead.stop();
        travels.leave();
        stands = false;
        download.abandon();
        if (run != null) {
            run.end();
        }
    }

    @Override
    public void on(LabCommand.Append append) {
        dispatcher.attempt("adding to the stream", () -> {
            LabRun of = present();
            if (append.run() == of.id()) {
                of.append(append.piece(), append.last());
                page.accept(of.loading());
                wakeup.soon();
            }
        });
    }

    @Override
    public void on(LabCommand.Type type) {
        dispatcher.attempt("learning what is typed", () -> {
            LabRun of = present();
            of.type(type.keys());
            stands = false;
            waitForUntrained(of);
            wakeup.soon();
        });
    }

    @Override
    public void on(LabCommand.Run command) {
        dispatcher.attempt("running", () -> {
            LabRun of = present();
            of.checkSound();
            waitForUntrained(of);
            endStretch();
            running = !of.atEnd();
            stands = false;
            pace.restart(loop.nowMillis());
            reporter.resume();
            announceTransport();
            wakeup.soon();
        });
    }

    /** Who has asked for samples of the untrained model gets them, before it learns. */
    private void waitForUntrained(LabRun of) {
        if (of.engine().position() == 0) {
            samplesBefore = samples.asked();
        }
    }

    @Override
    public void on(LabCommand.Pause pause) {
        dispatcher.attempt("pausing", this::pause);
    }

    @Override
    public void on(LabCommand.RunTo runTo) {
        dispatcher.attempt("running on", () -> {
            LabRun of = present();
            of.checkSound();
            running = false;
            if (!of.stretch().isUnderWay()) {
                reporter.resume();
            }
            of.stretch().runTo(runTo.position());
            reportStretch(of);
            wakeup.soon();
        });
    }

    private void reportStretch(LabRun of) {
        if (of.stretch().hasNews(of)) {
            page.accept(of.stretch().take(of));
        }
    }

    /** What the page asked for otherwise ends where the run stands now. */
    private void endStretch() {
        if (run != null && run.stretch().isUnderWay()) {
            run.stretch().runTo(run.engine().position());
            reportStretch(run);
        }
    }

    @Override
    public void on(LabCommand.Step step) {
        dispatcher.attempt("making a step", () -> {
            LabRun of = present();
            of.checkSound();
            running = false;
            endStretch();
            reporter.resume();
            if (of.canStep()) {
                learn(of);
            }
            pause();
            wakeup.soon();
        });
    }

    @Override
    public void on(LabCommand.Speed speed) {
        dispatcher.attempt("setting the speed", () -> {
            pace.limit(speed.stepsPerSecond(), loop.nowMillis());
            announceTransport();
            wakeup.soon();
        });
    }

    @Override
    public void on(LabCommand.Tune tune) {
        dispatcher.attempt("changing the settings", () -> page.accept(present().tune(tune.recipe())));
    }

    @Override
    public void on(LabCommand.GoBack goBack) {
        dispatcher.attempt("going back", () -> {
            page.accept(present().goBack());
            pictures.changed();
            wakeup.soon();
        });
    }

    @Override
    public void on(LabCommand.Sample sample) {
        dispatcher.begin("sampling", task -> {
            samples.add(present().sample(sample, task));
            wakeup.soon();
        });
    }

    @Override
    public void on(LabCommand.Watch watch) {
        dispatcher.attempt("looking inside", () -> reporter.watch(watch));
    }

    @Override
    public void on(LabCommand.CancelLoading cancel) {
        dispatcher.attempt("giving up the loading", download::cancel);
    }

    @Override
    public void on(LabCommand.SelfTest selfTest) {
        dispatcher.attempt("testing the back end", () -> page.accept(LabReports.selfTested(backend)));
    }

    @Override
    public void on(LabCommand.Travel travel) {
        dispatcher.begin("going to another position", task -> {
            LabRun of = present();
            if (of.id() == travel.run()) {
                running = false;
                endStretch();
                lookAhead.stop();
                travels.begin(of, travel, task);
                wakeup.soon();
            }
        });
    }

    /** The run stands where the reader wanted it, and does what was asked of it on the way. */
    private void arrived() {
        stands = true;
        pictures.rebuilt();
        probes.rebuilt();
        reporter.arrived();
        announceTransport();
        travels.takeHeld().forEach(this::hand);
    }

    @Override
    public void on(LabCommand.Encode encode) {
        dispatcher.begin("coding what was read", task -> {
            coding.begin(present().encode(task));
            wakeup.soon();
        });
    }

    @Override
    public void on(LabCommand.Decode decode) {
        dispatcher.begin("decoding the file", task -> {
            coding.begin(new DecodingInProgress(decode.file(), task));
            wakeup.soon();
        });
    }

    @Override
    public void on(LabCommand.StopCoding stop) {
        dispatcher.attempt("giving up the coding", coding::stop);
    }

    @Override
    public void on(LabCommand.ReadOn readOn) {
        dispatcher.attempt("reading on", () -> {
            LabRun of = present();
            of.readOn();
            page.accept(of.loading());
            announceTransport();
        });
    }

    @Override
    public void on(LabCommand.Describe describe) {
        dispatcher.attempt("describing the run", () -> {
            page.accept(present().described(running));
            travels.tell(present());
        });
    }

    @Override
    public void on(LabCommand.Suppose suppose) {
        dispatcher.begin("charging what is typed", task -> {
            lookAhead.begin(new SupposedText(present(), suppose, task));
            wakeup.soon();
        });
    }

    @Override
    public void on(LabCommand.Predict predict) {
        dispatcher.attempt("predicting", () -> page.accept(LookAhead.predict(present(), predict.ahead())));
    }

    @Override
    public void on(LabCommand.Insert insert) {
        dispatcher.attempt("reading your text", () -> {
            LabRun of = present();
            page.accept(of.insert(insert.text()));
            stands = false;
            page.accept(of.loading());
            wakeup.soon();
        });
    }

    @Override
    public void on(LabCommand.WatchModel watch) {
        dispatcher.attempt("picturing the model", () -> {
            pictures.watch(watch);
            wakeup.soon();
        });
    }

    @Override
    public void on(LabCommand.WatchForgetting watch) {
        dispatcher.attempt("measuring what was forgotten", () -> {
            probes.watch(watch.on());
            wakeup.soon();
        });
    }

    /** A slice of work, and the arrangement for the next. */
    private void turn() {
        double wait = NEVER;
        if (coding.takesTurn()) {
            coding.work(loop.nowMillis() + SLICE_MILLIS);
            wait = 0;
        } else if (run != null) {
            wait = turn(run);
        }
        wakeup.in(coding.isIdle() ? wait : 0);
    }

    /** A slice of the run; the answer is in how many milliseconds it wants the next. */
    private double turn(LabRun of) {
        double start = loop.nowMillis();
        if (travels.isTravelling() && samples.isEmpty()) {
            travels.travel(of, start + SLICE_MILLIS);
            return travels.isTravelling() ? 0 : turn(of);
        }
        boolean waits =
                travels.isTravelling() || ((running || of.isTyped()) && travels.keep(of, start, start + SLICE_MILLIS));
        double now = start;
        double learnUntil = start + SLICE_MILLIS - (samples.isEmpty() ? 0 : SAMPLING_MILLIS);
        while (now < learnUntil && !waits && learningWait(of) == 0) {
            learn(of);
            now = loop.nowMillis();
        }
        double restOfSlice = start + SLICE_MILLIS - now;
        double halfAsLong = Math.min(SLICE_MILLIS, (now - start) / 2);
        samples.generate(now + Math.max(restOfSlice, halfAsLong));
        if (!lookAhead.isIdle()) {
            lookAhead.work(loop.nowMillis() + LOOKING_MILLIS);
        }
        reportStretch(of);
        dispatcher.attempt("reporting", reporter::reportIfDue);
        travels.reportIfDue(of);
        look();
        if (running && of.atEnd()) {
            dispatcher.attempt("ending the run", this::pause);
        }
        boolean isIdle = samples.isEmpty() && lookAhead.isIdle() && !waits;
        double looking = Math.min(pictures.waitMillis(), probes.waitMillis());
        double wait = Math.min(learningWait(of), Math.min(reporter.waitMillis(), looking));
        return isIdle ? wait : 0;
    }

    /** A slice of looking at the model, which does not change it. */
    private void look() {
        if (pictures.waitMillis() == 0) {
            dispatcher.attempt("picturing the model", () -> pictures.work(loop.nowMillis() + PICTURE_MILLIS));
        }
        if (probes.waitMillis() == 0) {
            double until = loop.nowMillis() + (running ? PROBE_MILLIS : SLICE_MILLIS);
            dispatcher.attempt("measuring what was forgotten", () -> probes.work(until));
        }
    }

    /** Milliseconds until the next step may be made. */
    private double learningWait(LabRun of) {
        if (!of.isSound() || !of.canStep() || samples.over() < samplesBefore) {
            return NEVER;
        }
        if (!stands && (of.isTyped() || of.hasInserted())) {
            return 0;
        }
        if (of.stretch().wants(of)) {
            return 0;
        }
        return running ? pace.waitMillis(loop.nowMillis()) : NEVER;
    }

    /** One step; where it fails the run ends, and stays readable. */
    private void learn(LabRun of) {
        pace.spend();
        try {
            probes.beforeStep(of);
            boolean changed = of.step();
            reporter.stepped();
            travels.stepped();
            pictures.changed();
            probes.afterStep(of);
            if (changed) {
                page.accept(of.diverged());
            }
            loadMore(of);
        } catch (RuntimeException | OutOfMemoryError e) {
            of.breakOff(e);
            dispatcher.task("learning").fail(of.trouble());
            pause();
            if (e instanceof NonFiniteException) {
                page.accept(of.diverged());
            }
        }
    }

    /** What was learned makes room for what was waiting. */
    private void loadMore(LabRun of) {
        download.resume();
        if (of.hasRoomAgain()) {
            page.accept(of.loading());
        }
    }

    /** The page sees the run where it stands, and then hears that it stands. */
    private void pause() {
        running = false;
        endStretch();
        reporter.flush();
        if (run != null) {
            travels.flush(run);
        }
        announceTransport();
    }

    private void announceTransport() {
        page.accept(new LabReport.Transport(
                run == null ? 0 : run.id(), running, pace.stepsPerSecond(), run != null && run.atEnd()));
    }

    private LabRun present() {
        if (run == null) {
            throw new IllegalStateException("there is no run yet: start one first");
        }
        return run;
    }
}
