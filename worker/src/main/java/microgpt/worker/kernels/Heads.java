package microgpt.worker.kernels;

import static microgpt.worker.wasm.Expr.f32;
import static microgpt.worker.wasm.Expr.i32;

import microgpt.worker.wasm.Expr;
import microgpt.worker.wasm.Function;
import microgpt.worker.wasm.Local;
import microgpt.worker.wasm.Type;

/**
 * The frame of an attention kernel: its parameters, and where the present (sequence, head) lies in each of them. Strides are
 * in bytes. Scratch is four packed matrices, the scores of one tile of rows, and a reversed row of relative biases.
 */
final class Heads {
    final Function f;
    final Local qkv;
    final Local weights;
    final Local out; // or its gradient
    final Local bias; // or its gradient; 0 for none
    final Local biasRow;
    final Local heads;
    final Local batch;
    final Local positions; // T
    final Local channels; // D
    final Local scratch;
    final Local dqkv;
    final Local dweights;

    final Local qkvRow;
    final Local outRow;
    final Local weightsRow;
    final Local scoresRow;
    final Local scale;
    final Local panels;
    final Local scores;
    final Local reversed;

    final Local head;
    final Local queries;
    final Local dqueries;
    final Local weightsAt;
    final Local dweightsAt;
    final Local outAt;
    private final Local sequence;
    private final Local i;

    /** Declares the parameters in the order of the fields, up to {@code dweights}. */
    Heads(Function f, int tileRows) {
        this.f = f;
        qkv = f.i32();
        weights = f.i32();
        out = f.i32();
        bias = f.i32();
        biasRow = f.i32();
        heads = f.i32();
        batch = f.i32();
        positions = f.i32();
        channels = f.i32();
        scratch = f.i32();
        dqkv = f.i32();
        dweights = f.i32();
        outRow = f.let(heads.times(channels).shiftedLeft(2));
        qkvRow = f.let(outRow.times(3));
        weightsRow = f.let(positions.shiftedLeft(2));
        scoresRow =
                f.let(positions.plus(7).and(i32(-8)).plus(AttentionRows.PADDING).shiftedLeft(2)); // whole panels
        scale = f.let(f32(1f).dividedBy(channels.toFloat().sqrt()));
        panels = f.let(panelBytes(positions, channels));
        scores = f.let(scratch.plus(panels.shiftedLeft(2)));
        reversed = f.let(scores.plus(scoresRow.times(tileRows)));
        head = f.local(Type.I32);
        queries = f.local(Type.I32);
        dqueries = f.local(Type.I32);
        weightsAt = f.let(weights);
        dweightsAt = f.let(dweights);
        outAt = f.local(Type.I32);
        sequence = f.local(Type.I32);
        i = f.local(Type.I32);
    }

    /** The bytes of scratch for T positions and D channels of a head. */
    static Expr scratchBytes(Expr positions, Expr channels, int tileRows) {
        Expr rows = positions.plus(8 + AttentionRows.PADDING).times(4 * (tileRows + 2));
        return panelBytes(positions, channels).shiftedLeft(2).plus(rows);
    }

    private static Expr panelBytes(Expr positions, Expr channels) {
        return positions.plus(8).times(channels.plus(8)).plus(32).shiftedLeft(2);
    }

    void each(Runnable body) {
        f.count(
                sequence,
                i32(0),
                batch,
                1,
                () -> f.count(head, i32(0), heads, 1, () -> {
                    Local column = f.let(head.times(channels).shiftedLeft(2));
                    Local row = f.let(sequence.times(positions));
                    f.set(queries, qkv.plus(row.times(qkvRow)).plus(column));
                    f.set(dqueries, dqkv.plus(row.times(qkvRow)).plus(column));
                    f.set(outAt, out.plus(row.times(outRow)).plus(column));
                    body.run();
                    Expr square = positions.times(weightsRow);
                    f.add(weightsAt, square);
                    f.add(dweightsAt, square);
                }));
    }

    /** One of the four packed matrices. */
    Expr panel(int index) {
        return scratch.plus(panels.times(index));
    }

    /** The reversed biases that belong to a row of {@code count} keys, or 0. */
    Expr biases(Expr count) {
        Expr at = reversed.plus(positions.minus(count).shiftedLeft(2));
        return at.ifElse(bias, i32(0));
    }

    void readBiases() {
        eachBias((from, into) -> f.store(into, 0, from.loadFloat(0)));
    }

    void clearBiases() {
        f.when(bias, () -> f.zeroBytes(reversed, weightsRow.plus(4 * AttentionRows.PADDING)));
    }

    void addBiases() {
        eachBias((into, from) -> f.store(into, 0, into.loadFloat(0).plus(from.loadFloat(0))));
    }

    private interface Pair {
        void at(Local bias, Local reversed);
    }

    private void eachBias(Pair body) {
        f.when(bias, () -> {
            Local forwards = f.let(bias.plus(head.times(biasRow)));
            Local backwards = f.let(reversed.plus(weightsRow));
            f.count(i, i32(0), positions, 1, () -> {
                f.set(backwards, backwards.minus(4));
                body.at(forwards, backwards);
                f.set(forwards, forwards.plus(4));
            });
        });
    }
}
