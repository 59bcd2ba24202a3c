package microgpt.worker.storage;

import java.util.List;
import microgpt.protocol.Limit;

/**
 * Named files that outlive the page. Nothing is promised of a write that was interrupted: its file may be old, new, empty
 * or torn.
 */
public interface Disk {
    /** The largest file that is read. */
    int MOST_BYTES = (int) Limit.RUN_FILE.bytes();

    /** What to call it on the page; empty if it does not outlive the page after all. */
    String label();

    /** Makes {@code bytes} the whole content of a file. It is safe when the callback is told so. */
    void write(String name, byte[] bytes, Callback<String> callback);

    /** Fails where there is no such file, or where it has more than {@code most} bytes: then none of them is taken in. */
    void read(String name, int most, Callback<byte[]> callback);

    static String tooLarge(String name, long bytes, int most) {
        return name + ": its " + bytes + " bytes are more than the " + most + " that can be read";
    }

    void delete(String name, Callback<String> callback);

    /** The names of all files. */
    void names(Callback<List<String>> callback);

    void usage(Callback<Usage> callback);

    /** Bytes used and granted in all, -1 where nobody says; {@code persisted}: not cleared unasked. */
    record Usage(long usedBytes, long quotaBytes, boolean persisted) {}
}
