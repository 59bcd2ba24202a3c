package microgpt.worker.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The deletion of files, one after the other, of which some may fail. */
final class Deletion {
    private Deletion() {}

    /** Tries each, then hands the reasons of those that cannot be deleted to {@code after}. */
    static void of(List<String> names, Disk disk, Callback<?> whole, Consumer<List<String>> after) {
        List<String> reasons = new ArrayList<>();
        Sequence.forEach(
                names,
                whole,
                (name, next) -> disk.delete(name, new Continuation<>(whole, deleted -> next.run(), reason -> {
                    reasons.add(name + ": " + reason);
                    next.run();
                })),
                () -> after.accept(reasons));
    }
}
