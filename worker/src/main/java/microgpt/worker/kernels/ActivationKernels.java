package microgpt.worker.kernels;

import static microgpt.worker.wasm.Expr.f32x4;

import microgpt.worker.wasm.Expr;
import microgpt.worker.wasm.Function;
import microgpt.worker.wasm.Local;
import microgpt.worker.wasm.WasmModule;

/** The nonlinearities and their derivatives: (out, x, count) and (dx, dout, x, count). */
final class ActivationKernels {
    private static final float SQRT_HALF = 0x1.6a09e6p-1f;
    private static final float INVERSE_SQRT_2PI = 0x1.988454p-2f;

    /** What comes out for x, given a way to make more values. */
    private interface Forward {
        Expr of(Local x, Transcendental functions);
    }

    /** What is added to dx for x and dout. */
    private interface Backward {
        Expr of(Local x, Expr dout, Function f, Transcendental functions);
    }

    private final Constants constants;

    private ActivationKernels(Constants constants) {
        this.constants = constants;
    }

    static void define(WasmModule module, Constants constants) {
        ActivationKernels kernels = new ActivationKernels(constants);
        Expr zero = f32x4(0f);
        kernels.forward(module.export("relu"), (x, functions) -> x.butNot(x.lessThan(zero)));
        kernels.forward(
                module.export("reluSquared"), (x, functions) -> x.times(x).butNot(x.lessThan(zero)));
        kernels.forward(module.export("gelu"), (x, functions) -> x.times(normalCdf(x, functions)));
        kernels.backward(module.export("reluBackward"), (x, dout, f, functions) -> dout.butNot(x.atMost(zero)));
        kernels.backward(
                module.export("reluSquaredBackward"),
                (x, dout, f, functions) -> f32x4(2f).times(x).times(dout).butNot(x.atMost(zero)));
        kernels.backward(module.export("geluBackward"), (x, dout, f, functions) -> {
            Local cdf = f.let(normalCdf(x, functions));
            Expr density = f32x4(INVERSE_SQRT_2PI)
                    .times(functions.exp(f32x4(-0.5f).times(x).times(x)));
            return dout.times(cdf.plus(x.times(density)));
        });
    }

    private void forward(Function f, Forward activation) {
        Local out = f.i32();
        Local x = f.i32();
        Local count = f.i32();
        Transcendental functions = new Transcendental(f, constants);
        Sweep sweep = new Sweep(f);
        sweep.over(
                count,
                () -> {
                    Local value = f.let(sweep.load(x));
                    sweep.store(out, activation.of(value, functions));
                },
                out,
                x);
    }

    private void backward(Function f, Backward derivative) {
        Local dx = f.i32();
        Local dout = f.i32();
        Local x = f.i32();
        Local count = f.i32();
        Transcendental functions = new Transcendental(f, constants);
        Sweep sweep = new Sweep(f);
        sweep.over(
                count,
                () -> {
                    Local value = f.let(sweep.load(x));
                    Expr gradient = derivative.of(value, sweep.load(dout), f, functions);
                    sweep.store(dx, sweep.load(dx).plus(gradient));
                },
                dx,
                dout,
                x);
    }

    private static Expr normalCdf(Expr x, Transcendental functions) {
        return f32x4(0.5f).times(f32x4(1f).plus(functions.erf(x.times(f32x4(SQRT_HALF)))));
    }
}
