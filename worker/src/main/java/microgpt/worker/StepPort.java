package microgpt.worker;

import java.util.function.Consumer;
import microgpt.protocol.StepCommand;
import microgpt.protocol.StepReport;
import microgpt.protocol.Wire;
import org.teavm.jso.browser.Window;
import org.teavm.jso.typedarrays.Int8Array;

/** The worker's end of the wire to the page that steps through a GPT. */
final class StepPort implements Consumer<StepReport> {
    private final Window worker = Window.worker();

    @Override
    public void accept(StepReport report) {
        worker.postMessage(Int8Array.copyFromJavaArray(Wire.encode(report)).getBuffer());
    }

    /** Every command goes to {@code handler}; whatever stops it is reported, and the worker goes on. */
    void onCommand(StepCommand.Handler handler) {
        worker.onMessage(event -> {
            try {
                byte[] bytes = new Int8Array(event.getDataAsArray()).copyToJavaArray();
                Wire.decodeStepCommand(bytes).deliverTo(handler);
            } catch (RuntimeException e) {
                accept(new StepReport.Failed("understanding the page", Trouble.describe(e)));
            }
        });
    }
}
