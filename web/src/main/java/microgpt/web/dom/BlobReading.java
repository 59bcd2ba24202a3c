package microgpt.web.dom;

import java.util.function.Consumer;
import org.teavm.jso.file.Blob;

/** A blob read slice by slice, each when it is asked for: however large it is, neither page nor worker waits for it. */
public final class BlobReading {
    private static final int SLICE_BYTES = 256 * 1024;

    private int generation;
    private Runnable rest = () -> {};

    /** Takes the slices, in order. */
    public interface Taker {
        void take(byte[] piece, boolean last);
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

    private void read(Blob blob, Taker taker, Consumer<String> onFailure, int from, int mine) {
        int end = (int) Math.min(blob.getSize(), (long) from + SLICE_BYTES);
        Browser.readBytes(
                blob.slice(from, end),
                bytes -> {
                    if (mine == generation) {
                        boolean last = end >= blob.getSize();
                        taker.take(bytes.copyToJavaArray(), last);
                        rest = last ? () -> {} : () -> read(blob, taker, onFailure, end, mine);
                    }
                },
                onFailure::accept);
    }
}
