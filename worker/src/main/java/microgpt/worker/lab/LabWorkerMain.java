package microgpt.worker.lab;

import microgpt.protocol.lab.LabCodec;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.worker.backend.Backends;
import microgpt.worker.fetch.BrowserFetcher;
import microgpt.worker.loop.BrowserLoop;
import microgpt.worker.loop.Port;

/** The entry point of the laboratory's worker. */
public final class LabWorkerMain {
    private LabWorkerMain() {}

    /** @param args the worker's name: "java" for a session on the reference back end, or "" */
    public static void main(String[] args) {
        Port<LabCommand, LabReport> page = new Port<>(new LabCodec(), LabReport.Failed::new);
        Backends.Choice choice = Backends.choose(args.length == 0 ? "" : args[0]);
        LabSession session =
                new LabSession(choice.backend(), new BrowserLoop(), new BrowserFetcher(), new BrowserGzip(), page);
        page.onCommand(session::handle);
        page.accept(new LabReport.Ready(choice.backend().name(), choice.why()));
    }
}
