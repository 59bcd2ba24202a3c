package microgpt.worker.loop;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import microgpt.protocol.Codec;
import org.teavm.jso.browser.Window;
import org.teavm.jso.typedarrays.Int8Array;

/** The worker's end of the wire to its page: typed messages here, bytes beyond. */
public final class Port<C, R> implements Consumer<R> {
    private final Window worker = Window.worker();
    private final Codec<C, R> codec;
    private final BiFunction<String, String, R> failed;

    /** {@code failed} makes the report that says what was being done, and why it failed. */
    public Port(Codec<C, R> codec, BiFunction<String, String, R> failed) {
        this.codec = codec;
        this.failed = failed;
    }

    @Override
    public void accept(R report) {
        worker.postMessage(
                Int8Array.copyFromJavaArray(codec.encodeReport(report)).getBuffer());
    }

    /** Every command goes to {@code handler}; whatever stops it is reported, and the worker goes on. */
    public void onCommand(Consumer<C> handler) {
        worker.onMessage(event -> {
            try {
                byte[] bytes = new Int8Array(event.getDataAsArray()).copyToJavaArray();
                handler.accept(codec.decodeCommand(bytes));
            } catch (RuntimeException | OutOfMemoryError e) {
                accept(failed.apply("understanding the page", FailureText.describe(e)));
            }
        });
    }
}
