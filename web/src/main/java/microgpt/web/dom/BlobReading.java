package microgpt.web.dom;

import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.file.Blob;
import org.teavm.jso.typedarrays.Int8Array;

/** A blob read slice by slice, each when it is asked for: however large it is, neither page nor worker waits for it. */
public final class BlobReading {
    private static final int SLICE_BYTES = 64 * 1024;

    private int generation;
    private Runnable rest = () -> {};

    /** Takes the slices, in order. */
    public interface Taker {
        void take(byte[] piece, boolean last);
    }

    /** The size in bytes, which may be more than an int can hold: TeaVM's own type would wrap it around. */
    public static long size(Blob blob) {
        return (long) sizeOf(blob);
    }

    /** Bytes as a blob. */
    @JSBody(params = "bytes", script = "return new Blob([bytes]);")
    public static native Blob of(Int8Array bytes);

    /** Reads the first {@code count} bytes, or all if there are not as many; {@code onFailure} is told why not. */
    public static void first(Blob blob, int count, Consumer<byte[]> taker, Consumer<String> onFailure) {
        Browser.readBytes(slice(blob, 0, count), bytes -> taker.accept(bytes.copyToJavaArray()), onFailure::accept);
    }

    /** Gives up what was being read, and reads the first slice of {@code blob}; {@code onFailure} is told why it could not be read on. */
    public void begin(Blob blob, Taker taker, Consumer<String> onFailure) {
        stop();
        read(blob, taker, onFailure, 0, generation);
    }

    /** Reads the next slice, if the last one was taken and there is one. */
    public void next() {
        Runnable next = rest;
        rest = () -> {};
        next.run();
    }

    /** Gives no more. */
    public void stop() {
        generation++;
        rest = () -> {};
    }

    private void read(Blob blob, Taker taker, Consumer<String> onFailure, long from, int mine) {
        long end = Math.min(size(blob), from + SLICE_BYTES);
        Browser.readBytes(
                slice(blob, (double) from, (double) end),
                bytes -> {
                    if (mine == generation) {
                        boolean last = end >= size(blob);
                        rest = last ? () -> {} : () -> read(blob, taker, onFailure, end, mine);
                        taker.take(bytes.copyToJavaArray(), last);
                    }
                },
                onFailure::accept);
    }

    @JSBody(params = "blob", script = "return blob.size;")
    private static native double sizeOf(Blob blob);

    @JSBody(
            params = {"blob", "from", "end"},
            script = "return blob.slice(from, end);")
    private static native Blob slice(Blob blob, double from, double end);
}
