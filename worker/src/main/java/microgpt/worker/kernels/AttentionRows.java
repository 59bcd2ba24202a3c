package microgpt.worker.kernels;

import static microgpt.worker.wasm.Expr.f32;
import static microgpt.worker.wasm.Expr.i32;

import microgpt.worker.wasm.Expr;
import microgpt.worker.wasm.Function;
import microgpt.worker.wasm.Local;
import microgpt.worker.wasm.Type;
import microgpt.worker.wasm.WasmModule;

/** Softmax of one row of scores, and its way back. The scores are scratch whose rows end at a multiple of 8 floats. */
final class AttentionRows {
    private AttentionRows() {}

    /**
     * (weights, scores, bias, count, positions, scale): weights[s] = softmax(scores[s] * scale + bias[s]) for s below
     * count, zero from there to positions. bias is 0 for none.
     */
    static Function softmax(WasmModule module) {
        Function f = module.function();
        Local weights = f.i32();
        Local scores = f.i32();
        Local bias = f.i32();
        Local count = f.i32();
        Local positions = f.i32();
        Local scale = f.parameter(Type.F32);
        Local factor = f.let(scale.splat());
        Local highest = f.local(Type.V128);
        Local value = f.local(Type.V128);
        Local at = f.let(scores);
        Transcendental functions = new Transcendental(f);
        Sweep sweep = new Sweep(f);
        sweep.begin(Float.NEGATIVE_INFINITY);
        Runnable keep = () -> {
            f.store(at, sweep.bytes(), value);
            sweep.max(value);
        };
        f.when(
                bias,
                () -> sweep.over(
                        count,
                        () -> {
                            f.set(value, sweep.load(at).times(factor).plus(sweep.load(bias)));
                            keep.run();
                        },
                        at,
                        bias),
                () -> sweep.over(
                        count,
                        () -> {
                            f.set(value, sweep.load(at).times(factor));
                            keep.run();
                        },
                        at));
        f.set(highest, sweep.greatest().splat());
        sweep.begin(0f);
        f.set(at, scores);
        sweep.over(
                count,
                () -> {
                    f.set(value, functions.exp(sweep.load(at).minus(highest)));
                    f.store(at, sweep.bytes(), value);
                    sweep.sum(value);
                },
                at);
        f.set(factor, f32(1f).dividedBy(sweep.total()).splat());
        f.set(at, scores);
        sweep.over(count, () -> sweep.store(weights, sweep.load(at).times(factor)), weights, at);
        clear(f, weights, positions.minus(count));
        return f;
    }

    /**
     * (dscores, dweights, weights, dbias, count, positions, scale): for s below count, the gradient of weights in scratch
     * becomes that of scores: weights[s] * (dweights[s] - dot), added to dbias (0 for none), times scale. What a tile may
     * read beyond count is zeroed.
     */
    static Function softmaxBackward(WasmModule module) {
        Function f = module.function();
        Local dscores = f.i32();
        Local dweights = f.i32();
        Local weights = f.i32();
        Local dbias = f.i32();
        Local count = f.i32();
        Local positions = f.i32();
        Local scale = f.parameter(Type.F32);
        Local factor = f.let(scale.splat());
        Local value = f.local(Type.V128);
        Local at = f.let(dweights);
        Local from = f.let(weights);
        Sweep sweep = new Sweep(f);
        sweep.begin(0f);
        sweep.over(count, () -> sweep.sum(sweep.load(at).times(sweep.load(from))), at, from);
        Local dot = f.let(sweep.total().splat());
        f.set(at, dweights);
        f.set(from, weights);
        f.when(
                dbias,
                () -> sweep.over(
                        count,
                        () -> {
                            f.set(value, sweep.load(from).times(sweep.load(at).minus(dot)));
                            sweep.store(dbias, sweep.load(dbias).plus(value));
                            sweep.store(dscores, value.times(factor));
                        },
                        at,
                        from,
                        dbias,
                        dscores),
                () -> sweep.over(
                        count,
                        () -> {
                            f.set(value, sweep.load(from).times(sweep.load(at).minus(dot)));
                            sweep.store(dscores, value.times(factor));
                        },
                        at,
                        from,
                        dscores));
        Local rest = f.let(positions.minus(count));
        clear(f, dscores, rest.ifElse(rest.lessThan(i32(8)), i32(8)));
        return f;
    }

    private static void clear(Function f, Local from, Expr count) {
        Sweep sweep = new Sweep(f);
        Local zero = f.local(Type.V128);
        sweep.over(count, () -> sweep.store(from, zero), from);
    }
}
