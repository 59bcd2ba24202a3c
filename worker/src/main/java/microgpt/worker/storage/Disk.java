package microgpt.worker.storage;

import java.util.List;

/**
 * Named files that outlive the page. Nothing is promised of a write that was interrupted: its file may be old, new, empty
 * or torn.
 */
public interface Disk {
    /** What to call it on the page; empty if it does not outlive the page after all. */
    String label();

    /** Makes {@code bytes} the whole content of a file. It is safe when the answer comes. */
    void write(String name, byte[] bytes, Answer<String> answer);

    /** Fails where there is no such file. */
    void read(String name, Answer<byte[]> answer);

    void delete(String name, Answer<String> answer);

    /** The names of all files. */
    void names(Answer<List<String>> answer);

    void usage(Answer<Usage> answer);

    /** Bytes used and granted in all, -1 where nobody says; {@code persisted}: not cleared unasked. */
    record Usage(long usedBytes, long quotaBytes, boolean persisted) {}
}
