package microgpt.worker.kernels;

import static microgpt.worker.wasm.Expr.f32x4;
import static microgpt.worker.wasm.Expr.i32;

import microgpt.worker.wasm.Expr;
import microgpt.worker.wasm.Function;
import microgpt.worker.wasm.Local;
import microgpt.worker.wasm.Type;

/**
 * A pass over arrays of floats, four at a time, by pointers that move together. The same statements are written for the
 * vectors of an unrolled loop, for those left over, and once more for the last one to three floats: there loads read too
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
        for (slot = 0; slot < vectors; slot++) {
            statements.run();
        }
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

    void max(Expr value) {
        f.set(sums[slot], sums[slot].max(orLowest(value)));
    }

    /** The f32 sum since {@code begin}. */
    Expr total() {
        f.set(sums[0], sums[0].plus(sums[1]).plus(sums[2].plus(sums[3])));
        return Lanes.sum(sums[0]);
    }

    /** The f32 maximum since {@code begin}. */
    Expr greatest() {
        f.set(sums[0], sums[0].max(sums[1]).max(sums[2].max(sums[3])));
        return Lanes.max(sums[0]);
    }
}
