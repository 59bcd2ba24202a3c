package microgpt.worker.library;

import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.numeric.Nullable;
import microgpt.worker.simd.SimdBackend;

/** What the models compute with; they share the memory of the kernels, each its own part. */
final class Machine {
    private static final @Nullable Backend SIMD = SimdBackend.ofThisBrowser();

    private Machine() {}

    /** The SIMD kernels, unless "java" is wanted or there are none. */
    static Backend of(String wanted) {
        return SIMD == null || wanted.equals("java") ? JavaBackend.alone() : SIMD;
    }

    /** The bytes of the kernels' memory that models hold. */
    static double memoryInUse() {
        return SIMD == null ? 0 : SIMD.memoryInUse();
    }
}
