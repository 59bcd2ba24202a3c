package microgpt.worker.loop;

import java.util.function.Consumer;
import microgpt.protocol.Codec;
import microgpt.protocol.Numbered;
import org.teavm.jso.browser.Window;
import org.teavm.jso.typedarrays.Int8Array;

/** The worker's end of the wire to its page: typed messages here, bytes beyond. */
public final class Port<C, R> implements Consumer<R> {
    private final Window worker = Window.worker();
    private final Codec<C, R> codec;
    private final FailureReport<R> failed;

    public Port(Codec<C, R> codec, FailureReport<R> failed) {
        this.codec = codec;
        this.failed = failed;
    }

    @Override
    public void accept(R report) {
        worker.postMessage(
                Int8Array.copyFromJavaArray(codec.encodeReport(report)).getBuffer());
    }

    /** Every command goes to {@code handler}; bytes that are none are reported, and the worker goes on. */
    public void onCommand(Consumer<Numbered<C>> handler) {
        Task reading = new Task(0, reason -> accept(failed.of(0, "understanding the page", reason)));
        worker.onMessage(event -> reading.run(() -> {
            byte[] bytes = new Int8Array(event.getDataAsArray()).copyToJavaArray();
            handler.accept(codec.decodeCommand(bytes));
        }));
    }
}
