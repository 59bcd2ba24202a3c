package microgpt.worker.kernels;

import static microgpt.worker.wasm.Expr.f32x4;
import static microgpt.worker.wasm.Expr.i32;

import java.util.ArrayList;
import java.util.List;
import microgpt.worker.wasm.Expr;
import microgpt.worker.wasm.Function;
import microgpt.worker.wasm.Local;
import microgpt.worker.wasm.Type;

/**
 * A pass over arrays of floats, four at a time, by pointers that move together. The same statements are written for the
 * vectors of an unrolled loop (in turns, so each needs locals of its own), for those left over, and once more for the last one to three floats: there loads read too
 * far, which every allocation allows, and stores keep to the floats that are there.
 */
final class Sweep {
    private static final int UNROLLED = 4;

    private final Function f;
    private final Local left;
    private final Local[] sums = new Local[UNROLLED];
    private int slot;
    private boolean partial;

    Sweep(Function f) {
        this.f = f;
        left = f.local(Type.I32);
        for (int i = 0; i < UNROLLED; i++) {
            sums[i] = f.local(Type.V128);
        }
    }

    /** Runs the statements for {@code count} floats from where the pointers stand; they stand behind them afterwards. */
    void over(Expr count, Runnable statements, Local... pointers) {
        f.set(left, count);
        f.when(
                left.atLeast(i32(4 * UNROLLED)),
                () -> f.loop(() -> step(UNROLLED, statements, pointers), left.atLeast(i32(4 * UNROLLED))));
        f.when(left.atLeast(i32(4)), () -> f.loop(() -> step(1, statements, pointers), left.atLeast(i32(4))));
        f.when(left, () -> {
            partial = true;
            statements.run();
            partial = false;
            for (Local pointer : pointers) {
                f.add(pointer, left.shiftedLeft(2));
            }
        });
    }

    private void step(int vectors, Runnable statements, Local... pointers) {
        List<Runnable> pieces = new ArrayList<>();
        for (int i = 0; i < vectors; i++) {
            int vector = i;
            pieces.add(() -> {
                slot = vector;
                statements.run();
            });
        }
        f.interleave(pieces);
        slot = 0;
        for (Local pointer : pointers) {
            f.set(pointer, pointer.plus(16 * vectors));
        }
        f.set(left, left.minus(4 * vectors));
    }

    /** Where the present vector is, from where the pointers stand. */
    int bytes() {
        return 16 * slot;
    }

    Expr load(Local pointer) {
        return pointer.loadVector(bytes());
    }

    void store(Local pointer, Expr value) {
        if (partial) {
            Local lanes = f.let(value);
            Lanes.storeFirst(f, pointer, lanes, left);
        } else {
            f.store(pointer, bytes(), value);
        }
    }

    /** The value, with zeros in the lanes beyond the end. */
    Expr orZero(Expr value) {
        return partial ? value.and(Lanes.first(left)) : value;
    }

    /** The value, with minus infinity in the lanes beyond the end. */
    Expr orLowest(Expr value) {
        return partial ? value.where(Lanes.first(left), f32x4(Float.NEGATIVE_INFINITY)) : value;
    }

    /** Starts four partial sums or maxima, so that no vector waits for the one before it. */
    void begin(float value) {
        for (Local sum : sums) {
            f.set(sum, f32x4(value));
        }
    }

    void sum(Expr value) {
        f.add(sums[slot], orZero(value));
    }

    /** NaN is passed over: it will show in any sum. */
    void max(Expr value) {
        f.set(sums[slot], sums[slot].orGreater(orLowest(value)));
    }

    /** The sum since {@code begin}, in all four lanes. */
    Expr total() {
        f.set(sums[0], sums[0].plus(sums[1]).plus(sums[2].plus(sums[3])));
        Lanes.sum(f, sums[0]);
        return sums[0];
    }

    /** The maximum since {@code begin}, in all four lanes. */
    Expr greatest() {
        f.set(sums[0], sums[0].orGreater(sums[1]).orGreater(sums[2].orGreater(sums[3])));
        Lanes.max(f, sums[0]);
        return sums[0];
    }
}
