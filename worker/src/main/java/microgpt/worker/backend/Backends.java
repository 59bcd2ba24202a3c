package microgpt.worker.backend;

import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.numeric.Nullable;
import microgpt.worker.simd.SimdBackend;

/** The choice of the back end, made once, when the worker starts. */
public final class Backends {
    private Backends() {}

    /** A back end, and in a sentence why it is the one. */
    public record Choice(Backend backend, String why) {}

    /** The back end called "java" if that is asked for, else the best that this browser can run. */
    public static Choice choose(String wanted) {
        if (wanted.equals("java")) {
            return new Choice(
                    JavaBackend.alone(), "it was asked for, and computes the same bits as outside the browser");
        }
        @Nullable Backend simd = SimdBackend.ofThisBrowser();
        return simd == null
                ? new Choice(JavaBackend.alone(), "this browser has no SIMD, and plain Java runs everywhere")
                : new Choice(simd, SimdBackend.explanation());
    }
}
