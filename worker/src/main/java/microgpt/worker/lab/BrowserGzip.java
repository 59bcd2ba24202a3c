package microgpt.worker.lab;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.file.Blob;
import org.teavm.jso.typedarrays.Int8Array;

/** {@code CompressionStream} over blobs that grow: what was appended once is not copied again. */
final class BrowserGzip implements Gzip {
    @Override
    public Member begin() {
        return isThere() ? new Compressed() : new Ignored();
    }

    /** A member that the browser compresses. */
    private static final class Compressed implements Member {
        private Blob blob = empty();

        @Override
        public void append(byte[] piece) {
            blob = joined(blob, Int8Array.copyFromJavaArray(piece));
        }

        @Override
        public void measure(SizeReceiver receiver) {
            BrowserGzip.measure(blob, bytes -> receiver.measured((long) bytes));
        }
    }

    /** A member in a browser that cannot compress: it holds nothing. */
    private static final class Ignored implements Member {
        @Override
        public void append(byte[] piece) {}

        @Override
        public void measure(SizeReceiver receiver) {}
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
