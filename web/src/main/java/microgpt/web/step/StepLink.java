package microgpt.web.step;

import java.util.function.Consumer;
import microgpt.protocol.StepCommand;
import microgpt.protocol.StepReport;
import microgpt.protocol.Wire;
import org.teavm.jso.JSBody;
import org.teavm.jso.core.JSObjects;
import org.teavm.jso.dom.events.ErrorEvent;
import org.teavm.jso.typedarrays.Int8Array;
import org.teavm.jso.workers.Worker;

/** The page's end of the wire to a worker that plays the role "step". A worker that broke is said to {@code onBroken}. */
final class StepLink {
    private final Worker worker = create("worker.js", "step");

    StepLink(StepReport.Handler handler, Consumer<String> onBroken) {
        worker.onMessage(event -> {
            if (JSObjects.typeOf(event.getData()).equals("string")) {
                onBroken.accept(event.getDataAsString());
            } else {
                byte[] bytes = new Int8Array(event.getDataAsArray()).copyToJavaArray();
                Wire.decodeStepReport(bytes).deliverTo(handler);
            }
        });
        worker.onError(event -> onBroken.accept(message(event)));
    }

    void send(StepCommand command) {
        worker.postMessage(Int8Array.copyFromJavaArray(Wire.encode(command)).getBuffer());
    }

    @JSBody(
            params = {"url", "role"},
            script = "return new Worker(url, { type: 'module', name: role });")
    private static native Worker create(String url, String role);

    @JSBody(params = "event", script = "return event.message || 'failed: worker.js could not be loaded';")
    private static native String message(ErrorEvent event);
}
