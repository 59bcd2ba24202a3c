package microgpt.worker;

import microgpt.protocol.Report;
import microgpt.worker.bench.Roles;

/** The worker's entry point. */
public final class WorkerMain {
    private WorkerMain() {}

    public static void main(String[] args) {
        if (args.length > 0 && Roles.play(args[0])) {
            return;
        }
        PagePort page = new PagePort();
        Backends.Choice choice = Backends.choose();
        page.onCommand(new TrainingSession(
                choice.backend(), new BrowserLoop(), new BrowserFetching(), new BrowserGzip(), page));
        page.accept(new Report.Ready(choice.backend().name(), choice.why()));
    }
}
