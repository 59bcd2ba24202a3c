package microgpt.worker.kernels;

import static microgpt.worker.wasm.Expr.i32;

import microgpt.worker.wasm.Expr;
import microgpt.worker.wasm.Function;
import microgpt.worker.wasm.Local;

/** Ways to work with a few lanes of a vector. */
final class Lanes {
    private Lanes() {}

    /** Stores the first {@code count} lanes, 0 to 3. */
    static void storeFirst(Function f, Expr address, Local lanes, Expr count) {
        f.when(count.greaterThan(i32(0)), () -> {
            f.storeLane(address, 0, lanes, 0);
            f.when(count.greaterThan(i32(1)), () -> {
                f.storeLane(address, 4, lanes, 1);
                f.when(count.greaterThan(i32(2)), () -> f.storeLane(address, 8, lanes, 2));
            });
        });
    }

    /** Ones in the first {@code count} lanes, 0 to 4, and zeros in the others. */
    static Expr first(Expr count) {
        return i32(16).minus(count.shiftedLeft(2)).loadVector(Layout.MASKS);
    }

    /** Puts the sum of all four lanes into each. */
    static void sum(Function f, Local lanes) {
        f.set(lanes, lanes.plus(lanes.shuffle(lanes, 1, 0, 3, 2)));
        f.set(lanes, lanes.plus(lanes.shuffle(lanes, 2, 3, 0, 1)));
    }

    /** Puts the maximum of all four lanes into each. */
    static void max(Function f, Local lanes) {
        f.set(lanes, lanes.orGreater(lanes.shuffle(lanes, 1, 0, 3, 2)));
        f.set(lanes, lanes.orGreater(lanes.shuffle(lanes, 2, 3, 0, 1)));
    }
}
