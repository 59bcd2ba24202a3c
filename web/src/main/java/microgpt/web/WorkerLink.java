package microgpt.web;

import java.util.function.Consumer;
import microgpt.protocol.Command;
import microgpt.protocol.Report;
import microgpt.protocol.Wire;
import microgpt.web.dom.WorkerPort;

/** The page's end of the wire: typed messages here, bytes beyond. A worker that broke is said to {@code onBroken}. */
final class WorkerLink {
    private final WorkerPort port;

    WorkerLink(Report.Handler handler, Consumer<String> onBroken) {
        port = new WorkerPort("", bytes -> Wire.decodeReport(bytes).deliverTo(handler), onBroken);
    }

    void send(Command command) {
        port.send(Wire.encode(command));
    }
}
