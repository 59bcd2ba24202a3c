package microgpt.worker.loop;

/** The turns of the one thread there is: what time it is, and how to go on after messages have been seen to. */
public interface EventLoop {
    /** Milliseconds since some moment, never going back. */
    double nowMillis();

    /** Runs {@code task} after the messages that have already arrived. */
    void soon(Runnable task);

    /** Runs {@code task} after at least {@code millis}. */
    void later(double millis, Runnable task);
}
