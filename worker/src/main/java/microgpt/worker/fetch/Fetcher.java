package microgpt.worker.fetch;

/** A way to read an address in pieces; the pieces go to a {@link Receiver}. */
public interface Fetcher {
    /** Begins to read {@code address}; the answer ends the reading, after which nothing more is received. */
    Runnable begin(String address, Receiver receiver);

    /** What becomes of a reading, in this order; {@link #ended} or {@link #failed} comes last, and only one of them. */
    interface Receiver {
        /** The server answers. {@code contentType} is empty and {@code length} is -1 where it does not say. */
        void opened(int status, String contentType, long length);

        void received(byte[] piece);

        void ended();

        /** The browser gives up, for a reason in its own words. */
        void failed(String reason);
    }
}
