package microgpt.worker;

import microgpt.protocol.Report;

/** The entry point of the laboratory's worker. */
public final class WorkerMain {
    private WorkerMain() {}

    /** @param args the worker's name: "java" for a session on the reference back end, or "" */
    public static void main(String[] args) {
        PagePort page = new PagePort();
        Backends.Choice choice = Backends.choose(args.length == 0 ? "" : args[0]);
        page.onCommand(new TrainingSession(
                choice.backend(), new BrowserLoop(), new BrowserFetching(), new BrowserGzip(), page));
        page.accept(new Report.Ready(choice.backend().name(), choice.why()));
    }
}
