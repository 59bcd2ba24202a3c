package microgpt.worker.fetch;

/** Told how a text from the web arrives. */
public interface DownloadListener {
    /**
     * So many bytes are there; {@code known} is how many there will be, -1 as long as nobody knows. {@code held} says that no
     * more is asked for until there is room.
     */
    void loading(long bytes, long known, boolean complete, boolean held);

    /** Whether the next piece may come; if not, {@link Download#resume} is called later. */
    boolean hasRoom();

    /** Nothing arrives for a while, and why. */
    void waiting(String why);

    /** Nothing more arrives, and why; said after the text was completed. */
    void failed(String message);

    /** The stream has grown, or is complete. */
    void grown();
}
