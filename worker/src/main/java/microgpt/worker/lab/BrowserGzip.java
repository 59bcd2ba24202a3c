package microgpt.worker.lab;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.file.Blob;
import org.teavm.jso.typedarrays.Int8Array;

/** {@code CompressionStream} over a blob that grows: what was appended once is not copied again. */
final class BrowserGzip implements Gzip {
    private Blob blob = empty();

    @Override
    public void clear() {
        blob = empty();
    }

    @Override
    public void append(byte[] piece) {
        blob = joined(blob, Int8Array.copyFromJavaArray(piece));
    }

    @Override
    public void measure(SizeReceiver receiver) {
        if (isThere()) {
            measure(blob, bytes -> receiver.measured((long) bytes));
        }
    }

    /** Told of a size in the numbers of JavaScript. */
    @JSFunctor
    interface Answer extends JSObject {
        void size(double bytes);
    }

    @JSBody(script = "return typeof CompressionStream === 'function';")
    private static native boolean isThere();

    @JSBody(script = "return new Blob();")
    private static native Blob empty();

    @JSBody(
            params = {"blob", "piece"},
            script = "return new Blob([blob, piece]);")
    private static native Blob joined(Blob blob, Int8Array piece);

    @JSBody(
            params = {"blob", "answer"},
            script = "new Response(blob.stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer()"
                    + ".then(function(all) { answer(all.byteLength); });")
    private static native void measure(Blob blob, Answer answer);
}
