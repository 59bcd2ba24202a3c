package microgpt.web.train;

import java.util.function.Consumer;
import microgpt.protocol.TrainCommand;
import microgpt.protocol.TrainReport;
import microgpt.protocol.Wire;
import microgpt.web.dom.WorkerPort;

/** The page's end of the wire to the worker that trains by batches. A worker that broke is said to {@code onBroken}. */
final class TrainLink {
    private final WorkerPort port;

    TrainLink(TrainReport.Handler handler, Consumer<String> onBroken) {
        port = new WorkerPort("train", bytes -> Wire.decodeTrainReport(bytes).deliverTo(handler), onBroken);
    }

    void send(TrainCommand command) {
        port.send(Wire.encode(command));
    }
}
