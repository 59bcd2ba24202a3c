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

    static Expr sum(Local lanes) {
        return lanes.lane(0).plus(lanes.lane(1)).plus(lanes.lane(2).plus(lanes.lane(3)));
    }

    static Expr max(Local lanes) {
        return lanes.lane(0).max(lanes.lane(1)).max(lanes.lane(2).max(lanes.lane(3)));
    }
}
