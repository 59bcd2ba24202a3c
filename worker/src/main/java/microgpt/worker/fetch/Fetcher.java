package microgpt.worker.fetch;

/** A way to read an address piece by piece, each when it is asked for; what comes goes to a {@link Receiver}. */
public interface Fetcher {
    /** Asks the server of {@code address} and, but for {@link Redirects}, no other. The answer comes later. */
    Transfer begin(String address, Receiver receiver);

    /** One answer of a server on its way. */
    interface Transfer {
        /** Asks for the next piece, once the last has been received: so a receiver that is busy is sent nothing. */
        void next();

        /** Ends it: nothing more is received. */
        void abort();
    }

    /** What becomes of a transfer, in this order; the last is {@link #redirected}, {@link #ended} or {@link #failed}. */
    interface Receiver {
        /** The server answers. {@code contentType} is empty and {@code length} is -1 where it does not say. */
        void opened(int status, String contentType, long length);

        /** The server sends on to another one, {@code server}, which is empty where the browser does not say. */
        void redirected(String server);

        /** The piece that was asked for. */
        void received(byte[] piece);

        /** There is no next piece. */
        void ended();

        /** The browser gives up, for a reason in its own words. */
        void failed(String reason);
    }
}
