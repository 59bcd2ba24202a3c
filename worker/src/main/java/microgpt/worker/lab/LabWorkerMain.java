package microgpt.worker.lab;

import microgpt.protocol.lab.LabCodec;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.worker.backend.Backends;
import microgpt.worker.backend.Backends.Preference;
import microgpt.worker.fetch.BrowserFetcher;
import microgpt.worker.loop.BrowserLoop;
import microgpt.worker.loop.Port;

/** The entry point of the laboratory's worker. */
public final class LabWorkerMain {
    private LabWorkerMain() {}

    /** @param args the worker's name: "java" for a session on the reference back end, or "" */
    public static void main(String[] args) {
        boolean inJava = args.length > 0 && args[0].equals("java");
        Backends.choose(inJava ? Preference.REFERENCE : Preference.FASTEST, LabWorkerMain::open);
    }

    private static void open(Backends.Choice choice) {
        Port<LabCommand, LabReport> page = new Port<>(new LabCodec(), LabReport.Failed::new);
        LabSession session =
                new LabSession(choice.backend(), new BrowserLoop(), new BrowserFetcher(), new BrowserGzip(), page);
        page.onCommand(session::handle);
        page.accept(new LabReport.Ready(choice.backend().name(), choice.why()));
    }
}
