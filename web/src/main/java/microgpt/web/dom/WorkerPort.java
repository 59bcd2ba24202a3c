package microgpt.web.dom;

import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.events.ErrorEvent;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.typedarrays.ArrayBuffer;
import org.teavm.jso.typedarrays.Int8Array;
import org.teavm.jso.workers.Worker;

/** A worker as the page has it: bytes both ways. */
public final class WorkerPort {
    private final Worker worker;

    private WorkerPort(Worker worker) {
        this.worker = worker;
    }

    /**
     * Starts a worker; {@code role} is its name, which says what it is to do, and is empty for the laboratory's. One that
     * broke is said to {@code onBroken}.
     */
    public static WorkerPort start(String role, Consumer<byte[]> onMessage, Consumer<String> onBroken) {
        Worker worker = create("worker.js", role);
        worker.onMessage(event -> {
            String failure = failure(event.getData());
            if (!failure.isEmpty()) {
                onBroken.accept(failure);
            } else {
                onMessage.accept(bytes(event.getDataAsArray()));
            }
        });
        worker.onError(event -> onBroken.accept(message(event)));
        return new WorkerPort(worker);
    }

    /** The worker that another program of the page has left in {@code place} with {@link #share}. */
    public static WorkerPort join(HTMLElement place, Consumer<byte[]> onMessage) {
        Worker worker = shared(place);
        worker.onMessage(event -> {
            if (failure(event.getData()).isEmpty()) { // of the others its starter has heard
                onMessage.accept(bytes(event.getDataAsArray()));
            }
        });
        return new WorkerPort(worker);
    }

    public void share(HTMLElement place) {
        share(place, worker);
    }

    public void send(byte[] message) {
        worker.postMessage(Int8Array.copyFromJavaArray(message).getBuffer());
    }

    private static byte[] bytes(ArrayBuffer message) {
        return new Int8Array(message).copyToJavaArray();
    }

    @JSBody(
            params = {"url", "role"},
            script = "return new Worker(url, { type: 'module', name: role });")
    private static native Worker create(String url, String role);

    @JSBody(
            params = {"place", "worker"},
            script = "place.sharedWorker = worker;")
    private static native void share(HTMLElement place, Worker worker);

    @JSBody(params = "place", script = "return place.sharedWorker;")
    private static native Worker shared(HTMLElement place);

    /** What went wrong while no Java ran; empty if it is a message of Java. */
    @JSBody(params = "message", script = "return message.failed || '';")
    private static native String failure(JSObject message);

    @JSBody(params = "event", script = "return event.message || 'worker.js could not be loaded';")
    private static native String message(ErrorEvent event);
}
