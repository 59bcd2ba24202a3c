package microgpt.worker.storage;

/** Names of which one tab at a time can hold each. A tab that dies lets go of all. */
public interface Locks {
    /** For where there is one tab. */
    Locks FREE = (name, callback) -> callback.done(() -> {});

    /** The result lets go of {@code name} again; fails if another tab holds it and does not let go within seconds. */
    void take(String name, Callback<Runnable> callback);
}
