package microgpt.worker.step;

import java.util.function.Consumer;
import microgpt.names.NamesConfig;
import microgpt.numeric.Nullable;
import microgpt.protocol.Numbered;
import microgpt.protocol.Reals;
import microgpt.protocol.step.StepCommand;
import microgpt.protocol.step.StepReport;
import microgpt.step.DivergedException;
import microgpt.step.NameWriting;
import microgpt.step.Stepper;
import microgpt.worker.loop.Dispatcher;
import microgpt.worker.loop.EventLoop;
import microgpt.worker.loop.RateLimit;
import microgpt.worker.loop.Task;
import microgpt.worker.loop.Wakeup;

/**
 * What the page that steps through a GPT asks for: one model, trained a position at a time in slices short enough that a
 * command never waits long, and names written in between.
 */
final class StepSession implements StepCommand.Handler {
    private static final double SLICE_MILLIS = 12;
    /** One number at a time is slow, and each number takes 50 bytes and more. */
    private static final int MOST_PARAMETERS = 200_000;

    private static final int MOST_NAMES = 1000;
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final String WRITING = "writing names";

    private final EventLoop loop;
    private final Consumer<StepReport> page;
    private final Dispatcher<StepReport> dispatcher;
    private final Wakeup wakeup;
    private final RateLimit pace = new RateLimit();
    private final StepReporter news;
    private @Nullable Stepper stepper;
    /** What reports call it: the number of the command that built it. */
    private int model;

    private @Nullable NameWriting writing;
    private boolean running;
    private Task namesTask;
    private int namesWanted;
    private double temperature;

    StepSession(EventLoop loop, Consumer<StepReport> page) {
        this.loop = loop;
        this.page = page;
        dispatcher = new Dispatcher<>(page, StepReport.Failed::new);
        namesTask = dispatcher.task(WRITING);
        news = new StepReporter(loop, page);
        wakeup = new Wakeup(loop, this::turn);
    }

    void handle(Numbered<StepCommand> numbered) {
        dispatcher.dispatch(numbered.number(), () -> numbered.command().deliverTo(this));
    }

    @Override
    public void on(StepCommand.Load load) {
        dispatcher.attempt("building the model", () -> {
            NamesConfig.Learning usual = NamesConfig.DEFAULT.learning();
            NamesConfig config = NamesConfig.DEFAULT
                    .withSeed(load.seed())
                    .with(new NamesConfig.Shape(load.layers(), load.heads(), load.width(), load.context()))
                    .with(new NamesConfig.Learning(
                            load.learningRate(), usual.beta1(), usual.beta2(), usual.epsilon(), load.steps(), 1));
            Stepper built = new Stepper(load.lines(), config, MOST_PARAMETERS);
            stepper = built;
            model = dispatcher.command();
            writing = null;
            running = false;
            namesWanted = 0;
            news.begin(model);
            page.accept(StepReports.loaded(model, built));
            announce();
            page.accept(StepReports.seen(model, built, StepReport.Scene.UNTAUGHT, built.again()));
        });
    }

    @Override
    public void on(StepCommand.Forward forward) {
        dispatcher.attempt("taking a step", () -> {
            Stepper of = present();
            running = false;
            if (!of.isDone()) {
                takeStep(of);
                news.tellAll(of);
            }
            announce();
        });
    }

    @Override
    public void on(StepCommand.Run run) {
        dispatcher.attempt("running", () -> {
            pace.limit(run.stepsPerSecond(), loop.nowMillis());
            running = !present().isDone();
            announce();
            wakeup.soon();
        });
    }

    @Override
    public void on(StepCommand.Stop stop) {
        dispatcher.attempt("stopping", () -> {
            running = false;
            news.tellAll(present());
            announce();
        });
    }

    @Override
    public void on(StepCommand.Tune tune) {
        dispatcher.attempt("planning", () -> {
            present().tune(tune.steps(), tune.learningRate());
            announce();
        });
    }

    @Override
    public void on(StepCommand.Edit edit) {
        dispatcher.attempt("changing a weight", () -> {
            Stepper of = present();
            of.edit(edit.parameter(), edit.weight());
            page.accept(StepReports.seen(model, of, StepReport.Scene.AFTER_EDIT, of.again()));
            page.accept(weights(of));
        });
    }

    @Override
    public void on(StepCommand.ShowWeights show) {
        dispatcher.attempt("showing the weights", () -> page.accept(weights(present())));
    }

    private StepReport.Weights weights(Stepper of) {
        return new StepReport.Weights(model, of.steps(), Reals.of(of.weights()), Reals.of(of.gradients()));
    }

    @Override
    public void on(StepCommand.Draw draw) {
        dispatcher.attempt("drawing a token", () -> {
            Stepper of = present();
            NameWriting present = writing == null || !writing.goesOn() ? of.write() : writing;
            writing = present;
            NameWriting.Drawn drawn = present.step(draw.temperature());
            page.accept(StepReports.drawn(model, present, drawn));
            page.accept(StepReports.seen(model, of, drawn));
            if (!present.goesOn()) {
                page.accept(new StepReport.Written(model, present.text(), of.knows(present.text()), true));
            }
        });
    }

    @Override
    public void on(StepCommand.Write write) {
        dispatcher.begin(WRITING, task -> {
            present();
            if (write.count() < 1 || write.count() > MOST_NAMES) {
                throw new IllegalArgumentException(write.count() + " names must be 1 to " + MOST_NAMES);
            }
            namesTask = task;
            namesWanted = write.count();
            temperature = write.temperature();
            wakeup.soon();
        });
    }

    /** One slice: steps, one name, and what is due to be told. What has failed would only fail again. */
    private void turn() {
        Stepper of = stepper;
        if (of == null) {
            return;
        }
        if (running && !dispatcher.task("stepping").run(() -> takeSteps(of))) {
            running = false;
            announce();
        }
        if (namesWanted > 0 && !namesTask.run(() -> writeName(of))) {
            namesWanted = 0;
        }
        dispatcher.attempt("telling what was learned", () -> news.tellDue(of));
        double wait = namesWanted > 0 ? 0 : running ? pace.waitMillis(loop.nowMillis()) : NEVER;
        wakeup.in(Math.min(wait, news.waitMillis()));
    }

    private void takeSteps(Stepper of) {
        double now = loop.nowMillis();
        double end = now + SLICE_MILLIS;
        while (running && now < end && pace.waitMillis(now) == 0) {
            pace.spend();
            takeStep(of);
            if (of.isDone()) {
                running = false;
            }
            if (!running) {
                news.tellAll(of);
                announce();
            }
            now = loop.nowMillis();
        }
    }

    /** What has diverged stops: the next step would diverge as well. */
    private void takeStep(Stepper of) {
        try {
            news.add(of.forward());
        } catch (DivergedException e) {
            running = false;
            news.tellAll(of);
            page.accept(new StepReport.Diverged(model, e.step(), e.loss(), e.learningRate()));
        }
    }

    private void writeName(Stepper of) {
        NameWriting name = of.write();
        while (name.goesOn()) {
            name.step(temperature);
        }
        namesWanted--;
        page.accept(new StepReport.Written(model, name.text(), of.knows(name.text()), namesWanted == 0));
    }

    private Stepper present() {
        if (stepper == null) {
            throw new IllegalStateException("there is no model yet: load some names first");
        }
        return stepper;
    }

    private void announce() {
        if (stepper != null) {
            page.accept(new StepReport.Running(model, running, stepper.steps(), stepper.isDone()));
        }
    }
}
