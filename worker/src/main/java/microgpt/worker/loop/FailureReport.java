package microgpt.worker.loop;

/** How a page is told in its language that something failed. */
public interface FailureReport<R> {
    /** {@code command} is the number of the command that asked for it, 0 where none did. */
    R of(int command, String doing, String message);
}
