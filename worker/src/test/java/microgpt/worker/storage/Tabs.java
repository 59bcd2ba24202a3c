package microgpt.worker.storage;

import java.util.HashMap;
import java.util.Map;

/** Tabs of one browser, and what each of them holds. */
public final class Tabs {
    public static final String TAKEN = "another tab has it";

    private final Map<String, Tab> holders = new HashMap<>();

    /** One of them. */
    public final class Tab implements Locks {
        @Override
        public void take(String name, Callback<Runnable> callback) {
            if (holders.putIfAbsent(name, this) == null) {
                callback.done(() -> holders.remove(name));
            } else {
                callback.failed(TAKEN);
            }
        }
    }
}
