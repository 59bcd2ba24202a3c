package microgpt.web.dom;

import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.events.ErrorEvent;
import org.teavm.jso.typedarrays.Int8Array;
import org.teavm.jso.workers.Worker;

/** A worker as the page has it: bytes both ways. One that broke is said to {@code onBroken}. */
public final class WorkerPort {
    private final Worker worker;

    /** Starts a worker; {@code role} is its name, which says what it is to do, and is empty for the laboratory's. */
    public WorkerPort(String role, Consumer<byte[]> onMessage, Consumer<String> onBroken) {
        worker = create("worker.js", role);
        worker.onMessage(event -> {
            String failure = failure(event.getData());
            if (!failure.isEmpty()) {
                onBroken.accept(failure);
            } else {
                onMessage.accept(new Int8Array(event.getDataAsArray()).copyToJavaArray());
            }
        });
        worker.onError(event -> onBroken.accept(message(event)));
    }

    public void send(byte[] message) {
        worker.postMessage(Int8Array.copyFromJavaArray(message).getBuffer());
    }

    @JSBody(
            params = {"url", "role"},
            script = "return new Worker(url, { type: 'module', name: role });")
    private static native Worker create(String url, String role);

    /** What went wrong while no Java ran; empty if it is a message of Java. */
    @JSBody(params = "message", script = "return message.failed || '';")
    private static native String failure(JSObject message);

    @JSBody(params = "event", script = "return event.message || 'worker.js could not be loaded';")
    private static native String message(ErrorEvent event);
}
