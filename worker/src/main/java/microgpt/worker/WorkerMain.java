package microgpt.worker;

import microgpt.protocol.Report;
import microgpt.protocol.StepReport;
import microgpt.worker.bench.Roles;

/** The worker's entry point. */
public final class WorkerMain {
    /** The name of a worker that serves the page that steps through a GPT. */
    private static final String STEP = "step";

    private WorkerMain() {}

    /** @param args the worker's name: {@link #STEP}, a role of {@link Roles}, "java" for a session on the reference back end, or "" */
    public static void main(String[] args) {
        String name = args.length == 0 ? "" : args[0];
        if (name.equals(STEP)) {
            openStepSession();
            return;
        }
        if (Roles.play(name)) {
            return;
        }
        PagePort page = new PagePort();
        Backends.Choice choice = Backends.choose(name);
        page.onCommand(new TrainingSession(
                choice.backend(), new BrowserLoop(), new BrowserFetching(), new BrowserGzip(), page));
        page.accept(new Report.Ready(choice.backend().name(), choice.why()));
    }

    private static void openStepSession() {
        StepPort page = new StepPort();
        page.onCommand(new StepSession(new BrowserLoop(), page));
        page.accept(new StepReport.Ready());
    }
}
