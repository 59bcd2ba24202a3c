package microgpt.worker.step;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import microgpt.numeric.Nullable;
import microgpt.protocol.step.StepReport;
import microgpt.step.Step;
import microgpt.step.Stepper;
import microgpt.worker.loop.EventLoop;
import microgpt.worker.loop.Throttle;

/** The steps taken, of which the page is told in heaps: every loss, but the numbers only of the newest. */
final class StepReporter {
    private static final double ROWS_MILLIS = 1000 / 30.0;
    private static final double SCENE_MILLIS = 100;

    private final EventLoop loop;
    private final Consumer<StepReport> page;
    private final Throttle rows = new Throttle(ROWS_MILLIS);
    private final Throttle scene = new Throttle(SCENE_MILLIS);
    private final List<StepReport.Row> untold = new ArrayList<>();
    private @Nullable Step newest;
    private int model;

    StepReporter(EventLoop loop, Consumer<StepReport> page) {
        this.loop = loop;
        this.page = page;
    }

    /** From now on it is about the model {@code id}. */
    void begin(int id) {
        model = id;
        untold.clear();
        newest = null;
    }

    void add(Step step) {
        untold.add(StepReports.row(step));
        newest = step;
        rows.note();
        scene.note();
    }

    double waitMillis() {
        double now = loop.nowMillis();
        return Math.min(rows.waitMillis(now), scene.waitMillis(now));
    }

    void tellDue(Stepper of) {
        double now = loop.nowMillis();
        if (rows.isDue(now)) {
            rows.told(now);
            tellRows();
        }
        if (scene.isDue(now)) {
            scene.told(now);
            tellScene(of);
        }
    }

    /** Tells what there is, due or not. */
    void tellAll(Stepper of) {
        double now = loop.nowMillis();
        rows.told(now);
        scene.told(now);
        tellRows();
        tellScene(of);
    }

    private void tellRows() {
        if (!untold.isEmpty()) {
            page.accept(new StepReport.Learned(model, List.copyOf(untold)));
            untold.clear();
        }
    }

    private void tellScene(Stepper of) {
        if (newest != null) {
            page.accept(StepReports.seen(model, of, StepReport.Scene.LEARNING, newest));
            newest = null;
        }
    }
}
