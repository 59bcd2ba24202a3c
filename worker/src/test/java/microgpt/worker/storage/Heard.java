package microgpt.worker.storage;

import microgpt.numeric.Nullable;

/** A callback that remembers what it was told. */
public class Heard<T> implements Callback<T> {
    private @Nullable T result;
    private String reason = "";

    @Override
    public void done(T what) {
        result = what;
    }

    @Override
    public void failed(String why) {
        reason = why;
    }

    public boolean isDone() {
        return result != null;
    }

    /** Why it failed; empty if it did not. */
    public String reason() {
        return reason;
    }

    /** What came of it, which must have come. */
    public T get() {
        T what = result;
        if (what == null) {
            throw new AssertionError("no callback but: " + reason);
        }
        return what;
    }
}
