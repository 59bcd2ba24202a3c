package microgpt.worker.kernels;

import static microgpt.worker.wasm.Expr.f32;
import static microgpt.worker.wasm.Expr.i32;

import microgpt.numeric.Nullable;
import microgpt.worker.wasm.Expr;
import microgpt.worker.wasm.Function;
import microgpt.worker.wasm.Local;
import microgpt.worker.wasm.Type;
import microgpt.worker.wasm.WasmModule;

/** RMS norm and layer norm, row after row. A pointer that is 0 stands for what is not there. */
final class NormKernels {
    private NormKernels() {}

    static void define(WasmModule module) {
        rmsNorm(module.export("rmsNorm"));
        layerNorm(module.export("layerNorm"));
        rmsNormBackward(module.export("rmsNormBackward"));
        layerNormBackward(module.export("layerNormBackward"));
        gainBackward(module.export("normGainBackward"));
    }

    /** (out, rstd, x, gain, rows, channels, epsilon). */
    private static void rmsNorm(Function f) {
        Local out = f.i32();
        Local rstd = f.i32();
        Local x = f.i32();
        Local gain = f.i32();
        Local rows = f.i32();
        Local channels = f.i32();
        Local epsilon = f.let(f.parameter(Type.F32).splat());
        Row row = new Row(f, channels);
        Local factor = f.local(Type.V128);
        row.each(rows, () -> {
            row.sum(x, at -> {
                Local value = f.let(at);
                return value.times(value);
            });
            f.set(factor, row.inverseRoot(epsilon));
            f.storeLane(rstd, 0, factor, 0);
            f.set(rstd, rstd.plus(4));
            row.map(out, x, at -> at.times(factor));
            f.when(gain, () -> row.map(out, out, gain, Expr::times));
            row.advance(out, x);
        });
    }

    /** (out, mean, rstd, x, gain, bias, rows, channels, epsilon). */
    private static void layerNorm(Function f) {
        Local out = f.i32();
        Local mean = f.i32();
        Local rstd = f.i32();
        Local x = f.i32();
        Local gain = f.i32();
        Local bias = f.i32();
        Local rows = f.i32();
        Local channels = f.i32();
        Local epsilon = f.let(f.parameter(Type.F32).splat());
        Row row = new Row(f, channels);
        Local factor = f.local(Type.V128);
        Local shift = f.local(Type.V128);
        row.each(rows, () -> {
            row.sum(x, at -> at);
            f.set(shift, row.mean());
            f.storeLane(mean, 0, shift, 0);
            f.set(mean, mean.plus(4));
            row.sum(x, at -> {
                Local value = f.let(at.minus(shift));
                return value.times(value);
            });
            f.set(factor, row.inverseRoot(epsilon));
            f.storeLane(rstd, 0, factor, 0);
            f.set(rstd, rstd.plus(4));
            row.map(out, x, at -> at.minus(shift).times(factor));
            f.when(gain, () -> row.map(out, out, gain, Expr::times));
            f.when(bias, () -> row.map(out, out, bias, Expr::plus));
            row.advance(out, x);
        });
    }

    /** (dx, dout, x, rstd, gain, rows, channels). */
    private static void rmsNormBackward(Function f) {
        Local dx = f.i32();
        Local dout = f.i32();
        Local x = f.i32();
        Local rstd = f.i32();
        Local gain = f.i32();
        Local rows = f.i32();
        Local channels = f.i32();
        Row row = new Row(f, channels);
        Local factor = f.local(Type.V128);
        row.each(rows, () -> {
            f.set(factor, rstd.loadSplat(0));
            f.set(rstd, rstd.plus(4));
            f.when(
                    gain,
                    () -> pullBack(row, dx, dout, x, factor, gain),
                    () -> pullBack(row, dx, dout, x, factor, null));
            row.advance(dx, dout, x);
        });
    }

    /** (dx, dout, x, mean, rstd, gain, rows, channels). */
    private static void layerNormBackward(Function f) {
        Local dx = f.i32();
        Local dout = f.i32();
        Local x = f.i32();
        Local mean = f.i32();
        Local rstd = f.i32();
        Local gain = f.i32();
        Local rows = f.i32();
        Local channels = f.i32();
        Row row = new Row(f, channels);
        Local shift = f.local(Type.V128);
        Local factor = f.local(Type.V128);
        row.each(rows, () -> {
            f.set(shift, mean.loadSplat(0));
            f.set(mean, mean.plus(4));
            f.set(factor, rstd.loadSplat(0));
            f.set(rstd, rstd.plus(4));
            f.when(
                    gain,
                    () -> pullBackCentred(row, dx, dout, x, shift, factor, gain),
                    () -> pullBackCentred(row, dx, dout, x, shift, factor, null));
            row.advance(dx, dout, x);
        });
    }

    /** dx += rstd * (dnorm - norm * mean(dnorm norm)) for one row, where dnorm = dout * gain. */
    private static void pullBack(Row row, Local dx, Local dout, Local x, Local factor, @Nullable Local gain) {
        row.sum(x, dout, gain, (value, dnorm) -> dnorm.times(value.times(factor)));
        Local pull = row.let(row.mean());
        row.accumulate(
                dx,
                x,
                dout,
                gain,
                (value, dnorm) -> factor.times(dnorm.minus(value.times(factor).times(pull))));
    }

    /** dx += rstd * (dnorm - mean(dnorm) - norm * mean(dnorm norm)) for one row. */
    private static void pullBackCentred(
            Row row, Local dx, Local dout, Local x, Local shift, Local factor, @Nullable Local gain) {
        row.sum(x, dout, gain, (value, dnorm) -> dnorm);
        Local drift = row.let(row.mean());
        row.sum(x, dout, gain, (value, dnorm) -> dnorm.times(value.minus(shift).times(factor)));
        Local pull = row.let(row.mean());
        row.accumulate(
                dx,
                x,
                dout,
                gain,
                (value, dnorm) -> factor.times(dnorm.minus(drift)
                        .minus(value.minus(shift).times(factor).times(pull))));
    }

    /** dgain += dout * normalized x, for (dgain, dout, x, mean, rstd, rows, channels); RMS norm has no mean: 0. */
    private static void gainBackward(Function f) {
        Local dgain = f.i32();
        Local dout = f.i32();
        Local x = f.i32();
        Local mean = f.i32();
        Local rstd = f.i32();
        Local rows = f.i32();
        Local channels = f.i32();
        Local row = f.local(Type.I32);
        Local into = f.local(Type.I32);
        Local shift = f.let(f32(0f).splat());
        Local factor = f.local(Type.V128);
        Sweep sweep = new Sweep(f);
        f.count(row, i32(0), rows, 1, () -> {
            f.when(mean, () -> {
                f.set(shift, mean.loadSplat(0));
                f.set(mean, mean.plus(4));
            });
            f.set(factor, rstd.loadSplat(0));
            f.set(rstd, rstd.plus(4));
            f.set(into, dgain);
            sweep.over(
                    channels,
                    () -> {
                        Expr norm = sweep.load(x).minus(shift).times(factor);
                        sweep.store(into, sweep.load(into).plus(sweep.load(dout).times(norm)));
                    },
                    into,
                    dout,
                    x);
        });
    }
}
