package microgpt.worker.kernels;

import static microgpt.worker.wasm.Expr.i32;

import microgpt.worker.wasm.Expr;
import microgpt.worker.wasm.Function;
import microgpt.worker.wasm.Local;
import microgpt.worker.wasm.Type;
import microgpt.worker.wasm.WasmModule;

/**
 * Matrix products of any shape, C = start + A B: blocks of B that stay in the second-level cache, panels of 8 columns that
 * stay in the first, tiles in registers. All strides are in bytes.
 */
final class Products {
    /** Read B where it is: right when it is small, since packing would cost more than it saves. */
    static final int B_IN_PLACE = 0;
    /** B is (depth, columns): pack it. */
    static final int B_ROWS = 1;
    /** B is (columns, depth): pack it transposed. */
    static final int B_COLUMNS = 2;

    /** Rows of a block of A read in columns: with the depth of a block it fits half a second-level cache of 512 KB. */
    private static final int BLOCK_ROWS = 192;

    /**
     * Functions of (a, lda, b, ldb, bForm, c, ldc, start, ldStart, startStep, rows, columns, depth): A is (rows, depth)
     * for {@code byRows} and (depth, rows) for {@code byColumns}. {@code start} is C itself to add to it, or a row (ldStart
     * 0) of values or of zeros; startStep is 32, or 0 when the same 8 values serve all columns. Nothing may be empty.
     */
    final Function byRows;

    final Function byColumns;

    private final WasmModule module;
    private final Variant variant;
    private final Packing packing;

    Products(WasmModule module, Variant variant, Tiles tiles, Packing packing, Edges edges) {
        this.module = module;
        this.variant = variant;
        this.packing = packing;
        byRows = new Blocks(tiles.byRows, edges.byRows).byRows();
        byColumns = new Blocks(tiles.byColumns, edges.byColumns).byColumns();
    }

    /** The loops over blocks, with the variables they share. */
    private final class Blocks {
        private final Function tiles;
        private final Function edge;
        private final Function f = module.function();
        private final Local a = f.i32();
        private final Local lda = f.i32();
        private final Local b = f.i32();
        private final Local ldb = f.i32();
        private final Local bForm = f.i32();
        private final Local c = f.i32();
        private final Local ldc = f.i32();
        private final Local start = f.i32();
        private final Local ldStart = f.i32();
        private final Local startStep = f.i32();
        private final Local rows = f.i32();
        private final Local columns = f.i32();
        private final Local depth = f.i32();
        private final Local column = f.local(Type.I32);
        private final Local width = f.local(Type.I32);
        private final Local k = f.local(Type.I32);
        private final Local steps = f.local(Type.I32);
        private final Local panel = f.local(Type.I32);
        private final Local ldPanel = f.local(Type.I32);
        private final Local panelStep = f.local(Type.I32);
        private final Local startAt = f.local(Type.I32);
        private final Local startStride = f.local(Type.I32);
        private final Local startNext = f.local(Type.I32);
        private final Local row = f.local(Type.I32);
        private final Local height = f.local(Type.I32);
        private final Local aAt = f.local(Type.I32);
        private final Local cAt = f.local(Type.I32);

        Blocks(Function tiles, Function edge) {
            this.tiles = tiles;
            this.edge = edge;
        }

        /** A's rows outside, so that the few of one tile stay in the first-level cache while B's panels pass by. */
        Function byRows() {
            int tile = variant.tileRows;
            eachBlock(() -> {
                f.set(aAt, a.plus(k.shiftedLeft(2)));
                f.count(row, i32(0), rows, tile, () -> {
                    f.set(height, smaller(rows.minus(row), i32(tile)));
                    Expr panels = panelsIn(width);
                    f.when(
                            panels,
                            () -> f.call(
                                    tiles,
                                    height,
                                    aAt,
                                    lda,
                                    i32(0),
                                    panel,
                                    ldPanel,
                                    panelStep,
                                    cAt,
                                    ldc,
                                    i32(32),
                                    startAt,
                                    startStride,
                                    startNext,
                                    steps,
                                    panels));
                    f.when(
                            width.and(i32(7)),
                            () -> f.call(
                                    edge,
                                    width.and(i32(7)),
                                    height,
                                    aAt,
                                    lda,
                                    panel.plus(panels.times(panelStep)),
                                    ldPanel,
                                    cAt.plus(panels.shiftedLeft(5)),
                                    ldc,
                                    startAt.plus(panels.times(startNext)),
                                    startStride,
                                    steps));
                    f.add(aAt, lda.times(tile));
                    f.add(cAt, ldc.times(tile));
                    f.add(startAt, startStride.times(tile));
                });
            });
            return f;
        }

        /** B's panels outside, each staying in the first-level cache while the rows pass by. */
        Function byColumns() {
            int tile = variant.tileRows;
            Local blockRow = f.local(Type.I32);
            Local blockEnd = f.local(Type.I32);
            Local j = f.local(Type.I32);
            eachBlock(() -> f.count(blockRow, i32(0), rows, BLOCK_ROWS / tile * tile, () -> {
                f.set(blockEnd, smaller(rows, blockRow.plus(BLOCK_ROWS / tile * tile)));
                f.count(j, i32(0), width, 8, () -> {
                    Local bAt = f.let(panel.plus(j.shiftedRight(3).times(panelStep)));
                    Local into = f.let(cAt.plus(j.shiftedLeft(2)).plus(blockRow.times(ldc)));
                    Local from = f.let(
                            startAt.plus(j.shiftedRight(3).times(startNext)).plus(blockRow.times(startStride)));
                    f.set(aAt, a.plus(k.times(lda)).plus(blockRow.shiftedLeft(2)));
                    f.set(row, blockRow);
                    f.when(
                            width.minus(j).atLeast(i32(8)),
                            () -> fullColumns(tile, blockEnd, bAt, into, from),
                            () -> edgeColumns(tile, blockEnd, bAt, into, from, width.minus(j)));
                });
            }));
            return f;
        }

        private void fullColumns(int tile, Expr blockEnd, Expr bAt, Local into, Local from) {
            Local count = f.let(blockEnd.minus(row).dividedBy(i32(tile)));
            f.when(count, () -> {
                f.call(
                        tiles,
                        i32(tile),
                        aAt,
                        lda,
                        i32(4 * tile),
                        bAt,
                        ldPanel,
                        i32(0),
                        into,
                        ldc,
                        ldc.times(tile),
                        from,
                        startStride,
                        startStride.times(tile),
                        steps,
                        count);
                f.set(count, count.times(tile));
                f.add(row, count);
                f.add(aAt, count.shiftedLeft(2));
                f.add(into, count.times(ldc));
                f.add(from, count.times(startStride));
            });
            f.when(
                    row.lessThan(blockEnd),
                    () -> f.call(
                            tiles,
                            blockEnd.minus(row),
                            aAt,
                            lda,
                            i32(0),
                            bAt,
                            ldPanel,
                            i32(0),
                            into,
                            ldc,
                            i32(0),
                            from,
                            startStride,
                            i32(0),
                            steps,
                            i32(1)));
        }

        private void edgeColumns(int tile, Expr blockEnd, Expr bAt, Local into, Local from, Expr valid) {
            f.loop(
                    () -> {
                        f.set(height, smaller(blockEnd.minus(row), i32(tile)));
                        f.call(edge, valid, height, aAt, lda, bAt, ldPanel, into, ldc, from, startStride, steps);
                        f.set(row, row.plus(tile));
                        f.set(aAt, aAt.plus(4 * tile));
                        f.add(into, ldc.times(tile));
                        f.add(from, startStride.times(tile));
                    },
                    row.lessThan(blockEnd));
        }

        /** For each block of columns and of the depth: its panels; and where its sums start, C itself after the first. */
        private void eachBlock(Runnable body) {
            f.count(column, i32(0), columns, Layout.BLOCK_COLUMNS, () -> {
                f.set(width, smaller(columns.minus(column), i32(Layout.BLOCK_COLUMNS)));
                f.count(k, i32(0), depth, Layout.BLOCK_DEPTH, () -> {
                    f.set(steps, smaller(depth.minus(k), i32(Layout.BLOCK_DEPTH)));
                    panels();
                    f.set(cAt, c.plus(column.shiftedLeft(2)));
                    f.set(startAt, start.plus(panelsIn(column).times(startStep)));
                    f.set(startStride, ldStart);
                    f.set(startNext, startStep);
                    f.when(k, () -> {
                        f.set(startAt, cAt);
                        f.set(startStride, ldc);
                        f.set(startNext, i32(32));
                    });
                    body.run();
                });
            });
        }

        private void panels() {
            f.set(panel, i32(Layout.PANELS));
            f.set(ldPanel, i32(Tiles.PANEL));
            f.set(panelStep, steps.times(Tiles.PANEL));
            Expr fromRow = b.plus(k.times(ldb)).plus(column.shiftedLeft(2));
            Expr fromColumn = b.plus(column.times(ldb)).plus(k.shiftedLeft(2));
            f.when(
                    bForm.equalTo(i32(B_IN_PLACE)),
                    () -> {
                        f.set(panel, fromRow);
                        f.set(ldPanel, ldb);
                        f.set(panelStep, i32(Tiles.PANEL));
                    },
                    () -> f.when(
                            bForm.equalTo(i32(B_ROWS)),
                            () -> f.call(packing.fromRows, panel, fromRow, ldb, width, steps),
                            () -> f.call(packing.fromColumns, panel, fromColumn, ldb, width, steps)));
        }
    }

    private static Expr panelsIn(Expr columns) {
        return columns.shiftedRight(3);
    }

    private static Expr smaller(Expr a, Expr b) {
        return a.ifElse(a.lessThan(b), b);
    }
}
