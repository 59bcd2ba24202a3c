package microgpt.worker.kernels;

import static microgpt.worker.wasm.Expr.f32x4;

import microgpt.worker.wasm.Expr;
import microgpt.worker.wasm.Function;
import microgpt.worker.wasm.Local;
import microgpt.worker.wasm.WasmModule;

/** Multiplications and additions on registers alone: the most that one core can do, and the yardstick of the benchmark. */
final class PeakKernel {
    private static final int SUMS = 12;
    private static final int UNROLLED = 8;

    private PeakKernel() {}

    /** peak (iterations): each is 12 x 8 vectors of 4 multiplications and 4 additions, 768 operations. */
    static void define(WasmModule module, Variant variant) {
        Function f = module.export("peak");
        Local iterations = f.i32();
        Local factor = f.let(f32x4(0.9999f));
        Local addend = f.let(f32x4(0.0001f));
        Local[] sums = new Local[SUMS];
        for (int i = 0; i < SUMS; i++) {
            sums[i] = f.let(f32x4(i));
        }
        f.loop(
                () -> {
                    for (int i = 0; i < SUMS * UNROLLED; i++) {
                        Local sum = sums[i % SUMS];
                        f.set(sum, variant.multiplyAdd(sum, factor, addend));
                    }
                    f.set(iterations, iterations.minus(1));
                },
                iterations);
        Expr total = sums[0];
        for (int i = 1; i < SUMS; i++) {
            total = total.plus(sums[i]);
        }
        f.returns(total.lane(0));
    }
}
