package microgpt.worker.kernels;

import static microgpt.worker.wasm.Expr.i32;

import microgpt.worker.wasm.Expr;
import microgpt.worker.wasm.Function;
import microgpt.worker.wasm.Local;
import microgpt.worker.wasm.Type;
import microgpt.worker.wasm.WasmModule;

/**
 * Copies B into panels of 8 columns, each of {@code depth} rows, so that a tile reads it in one straight line. The last
 * panel's columns beyond the matrix hold whatever was read there: they only reach sums that nobody stores.
 */
final class Packing {
    /** A function of (into, b, ldb, columns, depth) for B (depth, columns). */
    final Function fromRows;

    /** The same for B (columns, depth): it transposes. */
    final Function fromColumns;

    Packing(WasmModule module) {
        fromRows = fromRows(module);
        fromColumns = fromColumns(module);
    }

    private static Function fromRows(WasmModule module) {
        Function f = module.function();
        Local into = f.i32();
        Local b = f.i32();
        Local ldb = f.i32();
        Local columns = f.i32();
        Local depth = f.i32();
        Local column = f.local(Type.I32);
        Local at = f.local(Type.I32);
        Local end = f.local(Type.I32);
        f.count(column, i32(0), columns, 8, () -> {
            f.set(at, b.plus(column.shiftedLeft(2)));
            f.set(end, into.plus(depth.times(Tiles.PANEL)));
            f.loop(
                    () -> {
                        f.store(into, 0, at.loadVector(0));
                        f.store(into, 16, at.loadVector(16));
                        f.add(at, ldb);
                        f.set(into, into.plus(Tiles.PANEL));
                    },
                    into.notEqualTo(end));
        });
        return f;
    }

    private static Function fromColumns(WasmModule module) {
        Function f = module.function();
        Local into = f.i32();
        Local b = f.i32();
        Local ldb = f.i32();
        Local columns = f.i32();
        Local depth = f.i32();
        Local column = f.local(Type.I32);
        Local last = f.let(b.plus(columns.minus(1).times(ldb)));
        Local at = f.local(Type.I32);
        Local[] rowAt = new Local[8];
        for (int r = 0; r < 8; r++) {
            rowAt[r] = f.local(Type.I32);
        }
        Local[] lanes = new Local[8];
        for (int i = 0; i < 8; i++) {
            lanes[i] = f.local(Type.V128);
        }
        f.count(column, i32(0), columns, 8, () -> {
            f.set(rowAt[0], b.plus(column.times(ldb)));
            for (int r = 1; r < 8; r++) { // beyond the matrix: its last row again
                Expr next = rowAt[r - 1].plus(ldb);
                f.set(rowAt[r], next.ifElse(next.atMost(last), last));
            }
            f.set(at, into);
            f.add(into, depth.times(Tiles.PANEL));
            f.loop(
                    () -> {
                        transpose(f, rowAt, 0, lanes, at);
                        transpose(f, rowAt, 4, lanes, at);
                        for (Local row : rowAt) {
                            f.set(row, row.plus(16));
                        }
                        f.set(at, at.plus(4 * Tiles.PANEL));
                    },
                    at.lessThan(into));
        });
        return f;
    }

    /** Four values of each of four rows become four values each of four rows of the panel. */
    private static void transpose(Function f, Local[] rowAt, int first, Local[] lanes, Local into) {
        for (int r = 0; r < 4; r++) {
            f.set(lanes[r], rowAt[first + r].loadVector(0));
        }
        f.set(lanes[4], lanes[0].shuffle(lanes[1], 0, 4, 1, 5));
        f.set(lanes[5], lanes[2].shuffle(lanes[3], 0, 4, 1, 5));
        f.set(lanes[6], lanes[0].shuffle(lanes[1], 2, 6, 3, 7));
        f.set(lanes[7], lanes[2].shuffle(lanes[3], 2, 6, 3, 7));
        int offset = 4 * first;
        f.store(into, offset, lanes[4].shuffle(lanes[5], 0, 1, 4, 5));
        f.store(into, offset + Tiles.PANEL, lanes[4].shuffle(lanes[5], 2, 3, 6, 7));
        f.store(into, offset + 2 * Tiles.PANEL, lanes[6].shuffle(lanes[7], 0, 1, 4, 5));
        f.store(into, offset + 3 * Tiles.PANEL, lanes[6].shuffle(lanes[7], 2, 3, 6, 7));
    }
}
