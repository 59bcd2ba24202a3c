package microgpt.worker.storage;

/** The listener for the end of something that takes its time. One of the two methods is called, once. */
public interface Callback<T> {
    /** If it throws, {@link #failed} is called too, with the reason. */
    void done(T result);

    /** {@code reason} is in words for the reader of the page. */
    void failed(String reason);
}
