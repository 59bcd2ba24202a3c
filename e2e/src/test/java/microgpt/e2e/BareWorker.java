package microgpt.e2e;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import microgpt.protocol.Command;
import microgpt.protocol.Report;
import microgpt.protocol.Wire;

/** The built worker without the page: commands go in and reports come out as they do in between the two. */
final class BareWorker {
    private final WorkerWire wire;
    private final List<Report> unread = new ArrayList<>();

    /** Starts the worker of a site, on the Java back end, from an empty page beside it. */
    BareWorker(Page page, String site) {
        wire = new WorkerWire(page, site, "java");
    }

    void send(List<? extends Command> commands) {
        wire.send(commands.stream().map(Wire::encode).toList());
    }

    /** All reports up to the first that is {@code last}. */
    List<Report> until(Predicate<Report> last) {
        List<Report> seen = new ArrayList<>();
        while (true) {
            if (unread.isEmpty()) {
                wire.receive().forEach(bytes -> unread.add(Wire.decodeReport(bytes)));
            }
            Report report = unread.remove(0);
            seen.add(report);
            if (last.test(report)) {
                return seen;
            }
            if (report instanceof Report.Failed failed) {
                throw new AssertionError(failed.toString());
            }
        }
    }
}
