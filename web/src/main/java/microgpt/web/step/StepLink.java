package microgpt.web.step;

import java.util.function.Consumer;
import microgpt.protocol.StepCommand;
import microgpt.protocol.StepReport;
import microgpt.protocol.Wire;
import microgpt.web.dom.WorkerPort;

/** The page's end of the wire to a worker that plays the role "step". A worker that broke is said to {@code onBroken}. */
final class StepLink {
    private final WorkerPort port;

    StepLink(StepReport.Handler handler, Consumer<String> onBroken) {
        port = new WorkerPort("step", bytes -> Wire.decodeStepReport(bytes).deliverTo(handler), onBroken);
    }

    void send(StepCommand command) {
        port.send(Wire.encode(command));
    }
}
