package microgpt.worker.loop;

import java.util.function.Consumer;

/**
 * Work that may fail, now or after a while: what is thrown does not go on to the event loop, but becomes a report that names
 * the command that asked for the work.
 */
public final class Task {
    private final int command;
    private final Consumer<String> failed;

    /** {@code failed} is told why it could not be done. */
    public Task(int command, Consumer<String> failed) {
        this.command = command;
        this.failed = failed;
    }

    /** The number of the command that asked for it, 0 where none did. */
    public int command() {
        return command;
    }

    /** Does a part of the work; says whether it went well. */
    public boolean run(Runnable action) {
        try {
            action.run();
            return true;
        } catch (RuntimeException | OutOfMemoryError e) {
            fail(e);
            return false;
        }
    }

    /** It could not be done. */
    public void fail(Throwable cause) {
        fail(FailureText.describe(cause));
    }

    /** It could not be done, for a reason in words. */
    public void fail(String reason) {
        failed.accept(reason);
    }
}
