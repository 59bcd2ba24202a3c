package microgpt.worker;

import java.util.function.Consumer;
import microgpt.protocol.Command;
import microgpt.protocol.Report;
import microgpt.protocol.Wire;
import org.teavm.jso.browser.Window;
import org.teavm.jso.typedarrays.Int8Array;

/** The worker's end of the wire: typed messages here, bytes beyond. */
final class PagePort implements Consumer<Report> {
    private final Window worker = Window.worker();

    @Override
    public void accept(Report report) {
        worker.postMessage(Int8Array.copyFromJavaArray(Wire.encode(report)).getBuffer());
    }

    /** Every command goes to {@code handler}; whatever stops it is reported, and the worker goes on. */
    void onCommand(Command.Handler handler) {
        worker.onMessage(event -> {
            try {
                byte[] bytes = new Int8Array(event.getDataAsArray()).copyToJavaArray();
                Wire.decodeCommand(bytes).deliverTo(handler);
            } catch (RuntimeException e) {
                accept(new Report.Failed("understanding the page", String.valueOf(e.getMessage())));
            }
        });
    }
}
