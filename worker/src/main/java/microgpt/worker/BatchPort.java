package microgpt.worker;

import java.util.function.Consumer;
import microgpt.protocol.TrainCommand;
import microgpt.protocol.TrainReport;
import microgpt.protocol.Wire;
import org.teavm.jso.browser.Window;
import org.teavm.jso.typedarrays.Int8Array;

/** The worker's end of the wire to the page that trains by batches. */
final class BatchPort implements Consumer<TrainReport> {
    private final Window worker = Window.worker();

    @Override
    public void accept(TrainReport report) {
        worker.postMessage(Int8Array.copyFromJavaArray(Wire.encode(report)).getBuffer());
    }

    /** Every command goes to {@code handler}; whatever stops it is reported, and the worker goes on. */
    void onCommand(TrainCommand.Handler handler) {
        worker.onMessage(event -> {
            try {
                byte[] bytes = new Int8Array(event.getDataAsArray()).copyToJavaArray();
                Wire.decodeTrainCommand(bytes).deliverTo(handler);
            } catch (RuntimeException e) {
                accept(new TrainReport.Failed("understanding the page", Trouble.describe(e)));
            }
        });
    }
}
