package microgpt.worker.storage;

import java.util.List;

/**
 * Named files that outlive the page. Nothing is promised of a write that was interrupted: its file may be old, new, empty
 * or torn.
 */
public interface Disk {
    /** What to call it on the page; empty if it does not outlive the page after all. */
    String label();

    /** Makes {@code bytes} the whole content of a file. It is safe when the callback is told so. */
    void write(String name, byte[] bytes, Callback<String> callback);

    /** Fails where there is no such file. */
    void read(String name, Callback<byte[]> callback);

    void delete(String name, Callback<String> callback);

    /** The names of all files. */
    void names(Callback<List<String>> callback);

    void usage(Callback<Usage> callback);

    /** Bytes used and granted in all, -1 where nobody says; {@code persisted}: not cleared unasked. */
    record Usage(long usedBytes, long quotaBytes, boolean persisted) {}
}
