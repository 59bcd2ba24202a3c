package microgpt.protocol;

/** The most that is taken in, by whoever takes it: the page before it sends anything, the worker before it keeps it. */
public final class Limits {
    /** Of a text that is pasted, chosen as a file, or trained on. */
    public static final long TEXT_BYTES = 10L << 20;

    /** {@link #TEXT_BYTES} in words. */
    public static final String TEXT_SIZE = (TEXT_BYTES >> 20) + " MiB";

    /** Of a file with a run or a model. */
    public static final long RUN_FILE_BYTES = 1L << 30;

    /** {@link #RUN_FILE_BYTES} in words. */
    public static final String RUN_FILE_SIZE = (RUN_FILE_BYTES >> 30) + " GiB";

    private Limits() {}
}
