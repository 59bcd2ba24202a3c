package microgpt.worker.kernels;

import static microgpt.worker.wasm.Expr.i32;

import java.util.ArrayList;
import java.util.List;
import microgpt.worker.wasm.Expr;
import microgpt.worker.wasm.Function;
import microgpt.worker.wasm.Local;
import microgpt.worker.wasm.Type;
import microgpt.worker.wasm.WasmModule;

/**
 * The innermost part of every matrix product: C = start + A B on tiles of a few rows by 8 columns whose sums live in
 * registers (Goto and van de Geijn 2008). Each sum adds its products in the order of the depth and in no other, whatever
 * the tile's size, so a row's result does not depend on how many rows there are.
 */
final class Tiles {
    /** Bytes from one row of a panel of 8 columns to the next. */
    static final int PANEL = 32;

    private static final int UNROLLED = 4;

    /** How a tile walks through A. */
    private enum Order {
        /** A is (rows, depth): a pointer for each row. */
        ROWS,
        /** A is (depth, rows), read transposed: one pointer. */
        COLUMNS
    }

    private final WasmModule module;
    private final Variant variant;

    /**
     * Functions of (rows, a, lda, aStep, b, ldb, bStep, c, ldc, cStep, start, ldStart, startStep, depth, count): {@code
     * count} tiles, each a step further; all but rows, depth and count are byte addresses and byte strides. At least one
     * row and one tile.
     */
    final Function byRows;

    final Function byColumns;

    Tiles(WasmModule module, Variant variant) {
        this.module = module;
        this.variant = variant;
        byRows = chooser(Order.ROWS);
        byColumns = chooser(Order.COLUMNS);
    }

    /** The function that calls the tile of the right number of rows. */
    private Function chooser(Order order) {
        List<Function> tiles = new ArrayList<>();
        for (int rows = 1; rows <= variant.tileRows; rows++) {
            tiles.add(tile(order, rows));
        }
        Function f = module.function();
        Local rows = f.i32();
        Expr[] rest = new Expr[14];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = f.i32();
        }
        choose(f, rows, rest, tiles, variant.tileRows);
        return f;
    }

    private static void choose(Function f, Local rows, Expr[] rest, List<Function> tiles, int candidate) {
        Runnable call = () -> f.call(tiles.get(candidate - 1), rest);
        if (candidate == 1) {
            call.run();
        } else {
            f.when(rows.equalTo(i32(candidate)), call, () -> choose(f, rows, rest, tiles, candidate - 1));
        }
    }

    private Function tile(Order order, int rows) {
        Function f = module.function();
        Local a = f.i32();
        Local lda = f.i32();
        Local aStep = f.i32();
        Local b = f.i32();
        Local ldb = f.i32();
        Local bStep = f.i32();
        Local c = f.i32();
        Local ldc = f.i32();
        Local cStep = f.i32();
        Local start = f.i32();
        Local ldStart = f.i32();
        Local startStep = f.i32();
        Local depth = f.i32();
        Local count = f.i32();
        Sums sums = new Sums(f, variant, rows);
        Operands operands = new Operands(f, order, rows, lda, ldb);
        f.loop(
                () -> {
                    sums.load(start, ldStart);
                    operands.begin(a, b);
                    Expr bytesPerStep = order == Order.ROWS ? i32(4) : lda;
                    Expr whole = depth.and(i32(-UNROLLED));
                    operands.until(a.plus(whole.times(bytesPerStep)), UNROLLED, sums);
                    operands.until(a.plus(depth.times(bytesPerStep)), 1, sums);
                    sums.store(c, ldc);
                    f.add(a, aStep);
                    f.add(b, bStep);
                    f.add(c, cStep);
                    f.add(start, startStep);
                    f.set(count, count.minus(1));
                },
                count);
        return f;
    }

    /** The sums of one tile, in registers. */
    private static final class Sums {
        private final Function f;
        private final Variant variant;
        private final int rows;
        private final Local[] left;
        private final Local[] right;
        private final Local at;

        Sums(Function f, Variant variant, int rows) {
            this.f = f;
            this.variant = variant;
            this.rows = rows;
            left = new Local[rows];
            right = new Local[rows];
            for (int r = 0; r < rows; r++) {
                left[r] = f.local(Type.V128);
                right[r] = f.local(Type.V128);
            }
            at = f.local(Type.I32);
        }

        void load(Expr from, Expr stride) {
            f.set(at, from);
            for (int r = 0; r < rows; r++) {
                f.set(left[r], at.loadVector(0));
                f.set(right[r], at.loadVector(16));
                f.add(at, stride);
            }
        }

        void add(int row, Expr a, Expr bLeft, Expr bRight) {
            f.set(left[row], variant.multiplyAdd(a, bLeft, left[row]));
            f.set(right[row], variant.multiplyAdd(a, bRight, right[row]));
        }

        void store(Expr into, Expr stride) {
            f.set(at, into);
            for (int r = 0; r < rows; r++) {
                f.store(at, 0, left[r]);
                f.store(at, 16, right[r]);
                f.add(at, stride);
            }
        }
    }

    /** Where one tile stands in A and B. */
    private static final class Operands {
        private final Function f;
        private final Order order;
        private final int rows;
        private final Expr lda;
        private final Expr ldb;
        private final Local[] rowAt;
        private final Local bAt;
        private final Local end;
        private final Local bLeft;
        private final Local bRight;
        private final Local value;

        Operands(Function f, Order order, int rows, Expr lda, Expr ldb) {
            this.f = f;
            this.order = order;
            this.rows = rows;
            this.lda = lda;
            this.ldb = ldb;
            rowAt = new Local[order == Order.ROWS ? rows : 1];
            for (int r = 0; r < rowAt.length; r++) {
                rowAt[r] = f.local(Type.I32);
            }
            bAt = f.local(Type.I32);
            end = f.local(Type.I32);
            bLeft = f.local(Type.V128);
            bRight = f.local(Type.V128);
            value = f.local(Type.V128);
        }

        void begin(Expr a, Expr b) {
            f.set(rowAt[0], a);
            for (int r = 1; r < rowAt.length; r++) {
                f.set(rowAt[r], rowAt[r - 1].plus(lda));
            }
            f.set(bAt, b);
        }

        /** Goes on until A's first pointer is at {@code last}, {@code steps} of the depth at a time. */
        void until(Expr last, int steps, Sums sums) {
            f.set(end, last);
            Expr unfinished = rowAt[0].notEqualTo(end);
            f.when(unfinished, () -> f.loop(() -> advance(steps, sums), unfinished));
        }

        private void advance(int steps, Sums sums) {
            for (int step = 0; step < steps; step++) {
                f.set(bLeft, bAt.loadVector(0));
                f.set(bRight, bAt.loadVector(16));
                for (int r = 0; r < rows; r++) {
                    f.set(value, order == Order.ROWS ? rowAt[r].loadSplat(4 * step) : rowAt[0].loadSplat(4 * r));
                    sums.add(r, value, bLeft, bRight);
                }
                f.add(bAt, ldb);
                if (order == Order.COLUMNS) {
                    f.add(rowAt[0], lda);
                }
            }
            if (order == Order.ROWS) {
                for (Local row : rowAt) {
                    f.set(row, row.plus(4 * steps));
                }
            }
        }
    }
}
