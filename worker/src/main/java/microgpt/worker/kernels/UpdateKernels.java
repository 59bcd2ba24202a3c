package microgpt.worker.kernels;

import static microgpt.worker.wasm.Expr.f32x4;
import static microgpt.worker.wasm.Expr.i32;

import microgpt.worker.wasm.Expr;
import microgpt.worker.wasm.Function;
import microgpt.worker.wasm.Local;
import microgpt.worker.wasm.Type;
import microgpt.worker.wasm.WasmModule;

/** Passes over whole allocations: sums, gradients, moments, weights. The last parameters are the count and the rates. */
final class UpdateKernels {
    private UpdateKernels() {}

    static void define(WasmModule module) {
        fill(module.export("fill"));
        copy(module.export("copy"));
        add(module.export("add"));
        scale(module.export("scale"));
        average(module.export("average"));
        sumOfSquares(module.export("sumOfSquares"));
        sgd(module.export("sgd"));
        sgdWithMomentum(module.export("sgdWithMomentum"));
        adam(module.export("adam"));
    }

    private static void fill(Function f) {
        Local x = f.i32();
        Local count = f.i32();
        Local value = f.let(f.parameter(Type.F32).splat());
        Sweep sweep = new Sweep(f);
        sweep.over(count, () -> sweep.store(x, value), x);
    }

    private static void copy(Function f) {
        Local into = f.i32();
        Local from = f.i32();
        Local count = f.i32();
        f.copyBytes(into, from, count.shiftedLeft(2));
    }

    private static void add(Function f) {
        Local out = f.i32();
        Local a = f.i32();
        Local b = f.i32();
        Local count = f.i32();
        Sweep sweep = new Sweep(f);
        sweep.over(count, () -> sweep.store(out, sweep.load(a).plus(sweep.load(b))), out, a, b);
    }

    private static void scale(Function f) {
        Local x = f.i32();
        Local count = f.i32();
        Local factor = f.let(f.parameter(Type.F32).splat());
        Sweep sweep = new Sweep(f);
        sweep.over(count, () -> sweep.store(x, sweep.load(x).times(factor)), x);
    }

    private static void average(Function f) {
        Local average = f.i32();
        Local x = f.i32();
        Local count = f.i32();
        Local decay = f.let(f.parameter(Type.F32).splat());
        Local rest = f.let(f32x4(1f).minus(decay));
        Sweep sweep = new Sweep(f);
        sweep.over(
                count,
                () -> sweep.store(average, decay.times(sweep.load(average)).plus(rest.times(sweep.load(x)))),
                average,
                x);
    }

    /** In double: a sum for each of eight neighbours, the last few values by one of their own, then all together. */
    private static void sumOfSquares(Function f) {
        Local x = f.i32();
        Local count = f.i32();
        Local[] sums = new Local[4]; // of two doubles each
        for (int i = 0; i < sums.length; i++) {
            sums[i] = f.local(Type.V128);
        }
        Local value = f.local(Type.V128);
        Local rest = f.local(Type.F64);
        Expr more = count.atLeast(i32(8));
        f.when(
                more,
                () -> f.loop(
                        () -> {
                            for (int i = 0; i < sums.length; i++) {
                                Expr four = x.loadVector(i / 2 * 16);
                                f.set(value, (i % 2 == 0 ? four : four.shuffle(four, 2, 3, 2, 3)).toDoubles());
                                f.set(sums[i], sums[i].plusDoubles(value.timesDoubles(value)));
                            }
                            f.set(x, x.plus(32));
                            f.set(count, count.minus(8));
                        },
                        more));
        f.when(
                count,
                () -> f.loop(
                        () -> {
                            f.set(value, x.loadSplat(0).toDoubles());
                            f.set(rest, rest.plus(value.timesDoubles(value).doubleLane(0)));
                            f.set(x, x.plus(4));
                            f.set(count, count.minus(1));
                        },
                        count));
        f.set(sums[0], sums[0].plusDoubles(sums[2]));
        f.set(sums[1], sums[1].plusDoubles(sums[3]));
        Expr even = sums[0].doubleLane(0).plus(sums[1].doubleLane(0));
        Expr odd = sums[0].doubleLane(1).plus(sums[1].doubleLane(1));
        f.returns(even.plus(odd).plus(rest));
    }

    private static void sgd(Function f) {
        Local w = f.i32();
        Local dw = f.i32();
        Local count = f.i32();
        Local rate = f.let(f.parameter(Type.F32).splat());
        Sweep sweep = new Sweep(f);
        sweep.over(count, () -> sweep.store(w, sweep.load(w).minus(rate.times(sweep.load(dw)))), w, dw);
    }

    private static void sgdWithMomentum(Function f) {
        Local w = f.i32();
        Local dw = f.i32();
        Local velocity = f.i32();
        Local count = f.i32();
        Local rateOfAll = f.parameter(Type.F32);
        Local momentumOfAll = f.parameter(Type.F32);
        Local rate = f.let(rateOfAll.splat());
        Local momentum = f.let(momentumOfAll.splat());
        Sweep sweep = new Sweep(f);
        sweep.over(
                count,
                () -> {
                    Local speed = f.let(momentum.times(sweep.load(velocity)).plus(sweep.load(dw)));
                    sweep.store(velocity, speed);
                    sweep.store(w, sweep.load(w).minus(rate.times(speed)));
                },
                w,
                dw,
                velocity);
    }

    /** (w, dw, m, v, count, rate, beta1, beta2, epsilon, decay, correction1, correction2). */
    private static void adam(Function f) {
        Local w = f.i32();
        Local dw = f.i32();
        Local m = f.i32();
        Local v = f.i32();
        Local count = f.i32();
        Expr[] numbers = new Expr[7];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = f.parameter(Type.F32);
        }
        Local rate = f.let(numbers[0].splat());
        Local beta1 = f.let(numbers[1].splat());
        Local beta2 = f.let(numbers[2].splat());
        Local epsilon = f.let(numbers[3].splat());
        Local decay = f.let(numbers[4].splat());
        Local inverse1 = f.let(f32x4(1f).dividedBy(numbers[5].splat())); // dividing each by the correction takes longer
        Local inverse2 = f.let(f32x4(1f).dividedBy(numbers[6].splat()));
        Local rest1 = f.let(f32x4(1f).minus(beta1));
        Local rest2 = f.let(f32x4(1f).minus(beta2));
        Sweep sweep = new Sweep(f);
        sweep.over(
                count,
                () -> {
                    Local gradient = f.let(sweep.load(dw));
                    Local mean = f.let(beta1.times(sweep.load(m)).plus(rest1.times(gradient)));
                    Local square = f.let(beta2.times(sweep.load(v))
                            .plus(rest2.times(gradient).times(gradient)));
                    sweep.store(m, mean);
                    sweep.store(v, square);
                    Local old = f.let(sweep.load(w));
                    Expr size = square.times(inverse2).sqrt().plus(epsilon);
                    Expr direction = mean.times(inverse1).dividedBy(size);
                    sweep.store(w, old.minus(rate.times(direction.plus(decay.times(old)))));
                },
                w,
                dw,
                m,
                v);
    }
}
