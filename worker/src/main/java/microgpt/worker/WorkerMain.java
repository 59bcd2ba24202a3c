package microgpt.worker;

import microgpt.protocol.Report;

/** The worker's entry point. */
public final class WorkerMain {
    private WorkerMain() {}

    public static void main(String[] args) {
        PagePort page = new PagePort();
        page.accept(new Report.Ready("java", "the only back end there is"));
    }
}
