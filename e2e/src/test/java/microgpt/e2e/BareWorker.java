package microgpt.e2e;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import microgpt.protocol.lab.LabCodec;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;

/** The built worker without the page: commands go in and reports come out as they do in between the two. */
final class BareWorker {
    private static final LabCodec CODEC = new LabCodec();

    private final WorkerWire wire;
    private final List<LabReport> unread = new ArrayList<>();

    /** Speaks to a worker of the laboratory that has been started. */
    BareWorker(WorkerWire wire) {
        this.wire = wire;
    }

    /** Starts the worker of a site, on the Java back end, from an empty page beside it. */
    static BareWorker open(Page page, String site) {
        return new BareWorker(new WorkerWire(page, site, "java"));
    }

    /** The same on the best back end there is. */
    static BareWorker openFast(Page page, String site) {
        return new BareWorker(new WorkerWire(page, site, ""));
    }

    void send(List<? extends LabCommand> commands) {
        wire.send(commands.stream()
                .map(command -> CODEC.encodeCommand(wire.next(), command))
                .toList());
    }

    /** All reports up to the first that is {@code last}. */
    List<LabReport> until(Predicate<LabReport> last) {
        List<LabReport> seen = new ArrayList<>();
        while (true) {
            if (unread.isEmpty()) {
                wire.receive().forEach(bytes -> unread.add(CODEC.decodeReport(bytes)));
            }
            LabReport report = unread.remove(0);
            seen.add(report);
            if (last.test(report)) {
                return seen;
            }
            if (report instanceof LabReport.Failed failed) {
                throw new AssertionError(failed.toString());
            }
        }
    }
}
