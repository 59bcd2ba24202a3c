package microgpt.worker.kernels;

import static microgpt.worker.wasm.Expr.i32;

import microgpt.worker.wasm.Expr;
import microgpt.worker.wasm.Function;
import microgpt.worker.wasm.Local;
import microgpt.worker.wasm.Type;
import microgpt.worker.wasm.WasmModule;

/** Tiles that reach beyond the last column: computed in full into scratch, then only their valid columns are copied. */
final class Edges {
    /** Functions of (width, rows, a, lda, b, ldb, c, ldc, start, ldStart, depth): one tile, 1 to 7 columns of it valid. */
    final Function byRows;

    final Function byColumns;

    Edges(WasmModule module, Tiles tiles) {
        Function copy = copy(module);
        byRows = edge(module, tiles.byRows, copy);
        byColumns = edge(module, tiles.byColumns, copy);
    }

    private static Function edge(WasmModule module, Function tile, Function copy) {
        Function f = module.function();
        Local width = f.i32();
        Local rows = f.i32();
        Local a = f.i32();
        Local lda = f.i32();
        Local b = f.i32();
        Local ldb = f.i32();
        Local c = f.i32();
        Local ldc = f.i32();
        Local start = f.i32();
        Local ldStart = f.i32();
        Local depth = f.i32();
        Expr none = i32(0);
        Expr scratch = i32(Layout.TILE);
        Expr panel = i32(Tiles.PANEL);
        f.call(tile, rows, a, lda, none, b, ldb, none, scratch, panel, none, start, ldStart, none, depth, i32(1));
        f.call(copy, c, ldc, rows, width);
        return f;
    }

    /** (c, ldc, rows, width): the scratch tile's first columns. */
    private static Function copy(WasmModule module) {
        Function f = module.function();
        Local c = f.i32();
        Local ldc = f.i32();
        Local rows = f.i32();
        Local width = f.i32();
        Local from = f.let(i32(Layout.TILE));
        Local at = f.local(Type.I32);
        Local lanes = f.local(Type.V128);
        f.loop(
                () -> {
                    f.set(at, c);
                    f.set(lanes, from.loadVector(0));
                    f.when(width.and(i32(4)), () -> {
                        f.store(at, 0, lanes);
                        f.set(lanes, from.loadVector(16));
                        f.set(at, at.plus(16));
                    });
                    Lanes.storeFirst(f, at, lanes, width.and(i32(3)));
                    f.add(c, ldc);
                    f.set(from, from.plus(Tiles.PANEL));
                    f.set(rows, rows.minus(1));
                },
                rows);
        return f;
    }
}
