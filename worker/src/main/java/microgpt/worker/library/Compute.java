package microgpt.worker.library;

import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.worker.backend.Backends;

/** What the models compute with; they share the memory of the kernels, each its own part. */
final class Compute {
    private static Backend fastest = JavaBackend.alone();

    private Compute() {}

    /** Chooses once for all models. */
    static void open(Runnable opened) {
        Backends.choose(Backends.Preference.FASTEST, choice -> {
            fastest = choice.backend();
            opened.run();
        });
    }

    /** The fastest there is, unless "java" is wanted. */
    static Backend on(String wanted) {
        return wanted.equals("java") ? JavaBackend.alone() : fastest;
    }

    /** The bytes of the kernels' memory that models hold. */
    static long memoryInUse() {
        return Backends.memoryInUse();
    }
}
