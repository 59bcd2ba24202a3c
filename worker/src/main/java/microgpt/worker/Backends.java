package microgpt.worker;

import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;

/** The choice of the back end, made once, when the worker starts. */
final class Backends {
    private Backends() {}

    /** A back end, and in a sentence why it is the one. */
    record Choice(Backend backend, String why) {}

    /** The best back end that this browser can run. */
    static Choice choose() {
        return new Choice(new JavaBackend(), "the reference back end, which runs everywhere");
    }
}
