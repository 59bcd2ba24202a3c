package microgpt.worker.kernels;

import static microgpt.worker.wasm.Expr.f32;
import static microgpt.worker.wasm.Expr.f32x4;
import static microgpt.worker.wasm.Expr.i32;

import microgpt.worker.wasm.Expr;
import microgpt.worker.wasm.Function;
import microgpt.worker.wasm.Local;
import microgpt.worker.wasm.Type;
import microgpt.worker.wasm.WasmModule;

/** Softmax and the negative logarithm of what it gives the target, row after row. */
final class LossKernels {
    private LossKernels() {}

    static void define(WasmModule module, Constants constants) {
        crossEntropy(module.export("crossEntropy"), constants);
        crossEntropyBackward(module.export("crossEntropyBackward"));
    }

    /** (losses, probs, logits, targets, rows, classes). */
    private static void crossEntropy(Function f, Constants constants) {
        Local losses = f.i32();
        Local probs = f.i32();
        Local logits = f.i32();
        Local targets = f.i32();
        Local rows = f.i32();
        Local classes = f.i32();
        Local row = f.local(Type.I32);
        Local from = f.local(Type.I32);
        Local into = f.local(Type.I32);
        Local target = f.local(Type.I32);
        Local max = f.local(Type.V128);
        Local margin = f.local(Type.F32);
        Local sum = f.local(Type.V128);
        Local factor = f.local(Type.V128);
        Transcendental functions = new Transcendental(f, constants);
        Sweep sweep = new Sweep(f);
        f.count(row, i32(0), rows, 1, () -> {
            sweep.begin(Float.NEGATIVE_INFINITY);
            f.set(from, logits);
            sweep.over(classes, () -> sweep.max(sweep.load(from)), from);
            f.set(max, sweep.greatest());
            f.set(target, targets.loadInt(0));
            f.when(
                    target.atLeast(i32(0)), // read before probs overwrites logits
                    () -> f.set(
                            margin,
                            logits.plus(target.shiftedLeft(2)).loadFloat(0).minus(max.lane(0))));
            f.set(from, logits);
            f.set(into, probs);
            sweep.begin(0f);
            sweep.over(
                    classes,
                    () -> {
                        Local value =
                                f.let(functions.expOfNegative(sweep.load(from).minus(max)));
                        sweep.store(into, value);
                        sweep.sum(value);
                    },
                    from,
                    into);
            f.set(sum, sweep.total());
            f.set(factor, f32x4(1f).dividedBy(sum));
            f.set(into, probs);
            sweep.over(classes, () -> sweep.store(into, sweep.load(into).times(factor)), into);
            Expr loss = functions.log(sum).lane(0).minus(margin);
            f.store(losses, 0, loss.ifElse(target.atLeast(i32(0)), f32(0f)));
            f.set(losses, losses.plus(4));
            f.set(targets, targets.plus(4));
            f.add(logits, classes.shiftedLeft(2));
            f.set(probs, into);
        });
    }

    /** (dlogits, probs, targets, weights, rows, classes); dlogits is replaced where it is probs, else added to. */
    private static void crossEntropyBackward(Function f) {
        Local dlogits = f.i32();
        Local probs = f.i32();
        Local targets = f.i32();
        Local weights = f.i32();
        Local rows = f.i32();
        Local classes = f.i32();
        Local row = f.local(Type.I32);
        Local into = f.local(Type.I32);
        Local target = f.local(Type.I32);
        Local weight = f.local(Type.F32);
        Local factor = f.local(Type.V128);
        Local inPlace = f.let(dlogits.equalTo(probs));
        Sweep sweep = new Sweep(f);
        f.count(row, i32(0), rows, 1, () -> {
            f.set(target, targets.loadInt(0));
            f.set(weight, weights.loadFloat(0).ifElse(target.atLeast(i32(0)), f32(0f)));
            f.set(factor, weight.splat());
            f.set(into, dlogits);
            f.when(
                    inPlace,
                    () -> sweep.over(classes, () -> sweep.store(into, factor.times(sweep.load(into))), into),
                    () -> {
                        sweep.over(
                                classes,
                                () -> sweep.store(into, sweep.load(into).plus(factor.times(sweep.load(probs)))),
                                into,
                                probs);
                    });
            f.when(target.atLeast(i32(0)), () -> {
                Local at = f.let(dlogits.plus(target.shiftedLeft(2)));
                f.store(at, 0, at.loadFloat(0).minus(weight));
            });
            f.set(dlogits, into);
            f.set(targets, targets.plus(4));
            f.set(weights, weights.plus(4));
        });
    }
}
