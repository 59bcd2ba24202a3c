package microgpt.protocol;

/** The most that is taken in, by whoever takes it: the page before it sends anything, the worker before it keeps it. */
public enum Limit {
    /** Of a text that is pasted, chosen as a file, or trained on. */
    TEXT(10L << 20, "10 MiB"),
    /** Of a file with a run or a model. */
    RUN_FILE(1L << 30, "1 GiB");

    private final long bytes;
    private final String size;

    Limit(long bytes, String size) {
        this.bytes = bytes;
        this.size = size;
    }

    public long bytes() {
        return bytes;
    }

    /** The same in words. */
    public String size() {
        return size;
    }
}
