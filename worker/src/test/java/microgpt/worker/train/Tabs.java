package microgpt.worker.train;

import java.util.HashMap;
import java.util.Map;
import microgpt.worker.storage.Callback;
import microgpt.worker.storage.Locks;

/** Tabs of one browser, and what each of them holds. */
final class Tabs {
    static final String TAKEN = "another tab has it";

    private final Map<String, Tab> holders = new HashMap<>();

    /** One of them. */
    final class Tab implements Locks {
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
