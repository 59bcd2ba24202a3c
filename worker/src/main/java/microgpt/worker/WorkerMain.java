package microgpt.worker;

import microgpt.protocol.Report;
import microgpt.protocol.StepReport;
import microgpt.worker.bench.Roles;

/** The worker's entry point. */
public final class WorkerMain {
    /** The name of a worker that serves the page that steps through a GPT. */
    private static final String STEP = "step";

    private WorkerMain() {}

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(STEP)) {
            openStepSession();
            return;
        }
        if (args.length > 0 && Roles.play(args[0])) {
            return;
        }
        PagePort page = new PagePort();
        Backends.Choice choice = Backends.choose();
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
