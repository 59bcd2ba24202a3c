package microgpt.worker.kernels;

import static microgpt.worker.wasm.Expr.f32x4;
import static microgpt.worker.wasm.Expr.i32;

import java.util.ArrayList;
import java.util.List;
import microgpt.worker.wasm.Expr;
import microgpt.worker.wasm.Function;
import microgpt.worker.wasm.Local;
import microgpt.worker.wasm.Type;
import microgpt.worker.wasm.WasmModule;

/**
 * Softmax of one row of scores, and its way back. Rows are short and of every length, so a loop of four vectors at a time
 * over padded scores beats anything with a tail: scores are scratch with room for the padding behind each row.
 */
final class AttentionRows {
    /** Floats of padding behind each row of scores; what else is read or written along with them has as much behind it. */
    static final int PADDING = 16;

    private final Function f;
    private final Local output;
    private final Local scores;
    private final Local weights;
    private final Local bias; // 0 for none
    private final Local count;
    private final Local positions;
    private final Local factor;
    private final Local at;
    private final Local end;
    private final Local other;
    /** From {@code at} and {@code other} to the vector that is being written. */
    private int bytes;

    /** (output, scores, weights, bias, count, positions, scale). */
    private AttentionRows(Function f) {
        this.f = f;
        output = f.i32();
        scores = f.i32();
        weights = f.i32();
        bias = f.i32();
        count = f.i32();
        positions = f.i32();
        Local scale = f.parameter(Type.F32);
        factor = f.let(scale.splat());
        at = f.local(Type.I32);
        other = f.local(Type.I32);
        end = f.let(scores.plus(count.shiftedLeft(2)));
    }

    /** output[s] = softmax(scores[s] * scale + bias[s]) for s below count; the weights are not used. */
    static Function softmax(WasmModule module, Constants constants) {
        AttentionRows row = new AttentionRows(module.function());
        Function f = row.f;
        Transcendental functions = new Transcendental(f, constants);
        Local most = f.let(f32x4(Float.NEGATIVE_INFINITY));
        Local sum = f.local(Type.V128);
        row.pad(most);
        f.when(
                row.bias,
                () -> row.each(
                        row.bias,
                        (score, bias) -> row.keepScore(score.times(row.factor).plus(bias), most)),
                () -> row.each(row.bias, (score, unused) -> row.keepScore(score.times(row.factor), most)));
        Lanes.max(f, most);
        row.each(row.bias, (score, unused) -> {
            Local value = f.let(functions.expOfNegative(score.minus(most)));
            f.store(row.at, row.bytes, value);
            f.add(sum, value);
        });
        row.pad(f32x4(0f));
        Lanes.sum(f, sum);
        f.set(row.factor, f32x4(1f).dividedBy(sum));
        row.write();
        return f;
    }

    /**
     * output[s] = the gradient of scores[s] times scale, for s below count, from the gradient of the weights that stands in
     * their place; added to bias, which is here its gradient, before it is scaled.
     */
    static Function softmaxBackward(WasmModule module) {
        AttentionRows row = new AttentionRows(module.function());
        Function f = row.f;
        Local dot = f.local(Type.V128);
        row.pad(f32x4(0f));
        row.each(row.weights, (dweight, weight) -> f.add(dot, dweight.times(weight)));
        Lanes.sum(f, dot);
        row.each(row.weights, (dweight, weight) -> f.store(row.at, row.bytes, weight.times(dweight.minus(dot))));
        f.when(
                row.bias,
                () -> row.each(row.bias, (dscore, dbias) -> f.store(row.other, row.bytes, dbias.plus(dscore))));
        row.pad(f32x4(0f));
        row.write();
        return f;
    }

    private void keepScore(Expr score, Local most) {
        Local value = f.let(score);
        f.store(at, bytes, value);
        f.set(most, most.orGreater(value));
    }

    private void pad(Expr vector) {
        for (int offset = 0; offset < 4 * PADDING; offset += 16) {
            f.store(end, offset, vector);
        }
    }

    private interface Body {
        void of(Expr score, Expr alongside);
    }

    /** For each vector of scores, and of another row that goes along. */
    private void each(Local along, Body body) {
        f.set(at, scores);
        f.set(other, along);
        List<Runnable> vectors = new ArrayList<>();
        for (int offset = 0; offset < 4 * PADDING; offset += 16) {
            int here = offset;
            vectors.add(() -> {
                bytes = here;
                body.of(at.loadVector(here), other.loadVector(here));
            });
        }
        f.loop(
                () -> {
                    f.interleave(vectors);
                    f.set(at, at.plus(4 * PADDING));
                    f.set(other, other.plus(4 * PADDING));
                },
                at.lessThan(end));
    }

    /** output = scores * factor; the last vector in full, though it may be padding, unless that is beyond positions. */
    private void write() {
        Expr padded = count.plus(3).and(i32(-4));
        Local whole = f.let(padded.ifElse(padded.atMost(positions), count.and(i32(-4))));
        f.set(at, scores);
        f.set(other, output.plus(whole.shiftedLeft(2)));
        Expr more = output.notEqualTo(other);
        f.when(
                more,
                () -> f.loop(
                        () -> {
                            f.store(output, 0, at.loadVector(0).times(factor));
                            f.set(at, at.plus(16));
                            f.set(output, output.plus(16));
                        },
                        more));
        f.when(whole.lessThan(count), () -> {
            Local last = f.let(at.loadVector(0).times(factor));
            Lanes.storeFirst(f, output, last, count.minus(whole));
        });
    }
}
