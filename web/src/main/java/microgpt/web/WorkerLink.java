package microgpt.web;

import java.util.function.Consumer;
import microgpt.protocol.Command;
import microgpt.protocol.Report;
import microgpt.protocol.Wire;
import org.teavm.jso.JSBody;
import org.teavm.jso.core.JSObjects;
import org.teavm.jso.dom.events.ErrorEvent;
import org.teavm.jso.typedarrays.Int8Array;
import org.teavm.jso.workers.Worker;

/** The page's end of the wire: typed messages here, bytes beyond. A worker that broke is said to {@code onBroken}. */
final class WorkerLink {
    private final Worker worker = create("worker.js");

    WorkerLink(Report.Handler handler, Consumer<String> onBroken) {
        worker.onMessage(event -> {
            if (JSObjects.typeOf(event.getData()).equals("string")) {
                onBroken.accept(event.getDataAsString());
            } else {
                byte[] bytes = new Int8Array(event.getDataAsArray()).copyToJavaArray();
                Wire.decodeReport(bytes).deliverTo(handler);
            }
        });
        worker.onError(event -> onBroken.accept(message(event)));
    }

    void send(Command command) {
        worker.postMessage(Int8Array.copyFromJavaArray(Wire.encode(command)).getBuffer());
    }

    @JSBody(params = "url", script = "return new Worker(url, { type: 'module' });")
    private static native Worker create(String url);

    @JSBody(params = "event", script = "return event.message || 'failed: worker.js could not be loaded';")
    private static native String message(ErrorEvent event);
}
