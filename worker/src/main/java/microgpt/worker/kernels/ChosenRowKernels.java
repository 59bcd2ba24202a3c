package microgpt.worker.kernels;

import static microgpt.worker.wasm.Expr.f32x4;
import static microgpt.worker.wasm.Expr.i32;

import microgpt.worker.wasm.Expr;
import microgpt.worker.wasm.Function;
import microgpt.worker.wasm.Local;
import microgpt.worker.wasm.Type;
import microgpt.worker.wasm.WasmModule;

/**
 * Rows that are chosen one by one, multiplied with one vector and moved along it. Their widths are multiples of four, and
 * products and sums are never fused, in either variant: the order of additions and each rounding are those of Java.
 */
final class ChosenRowKernels {
    /** Sums that are computed side by side: each waits for its last addition. */
    private static final int TOGETHER = 4;

    private static final int UNROLLED = 4;

    private ChosenRowKernels() {}

    static void define(WasmModule module) {
        dotRows(module.export("dotRows"));
        addToRows(module.export("addToRows"));
        putRows(module.export("putRows"));
    }

    /** (sums, weights, x, rows, count, channels). */
    private static void dotRows(Function f) {
        Local sums = f.i32();
        Local weights = f.i32();
        Local x = f.i32();
        Local rows = f.i32();
        Local count = f.i32();
        Local channels = f.i32();
        Local stride = f.let(channels.shiftedLeft(2));
        Dot dot = new Dot(f, weights, x, rows, stride);
        f.when(
                count.atLeast(i32(TOGETHER)),
                () -> f.loop(
                        () -> {
                            dot.write(sums, TOGETHER);
                            f.set(sums, sums.plus(4 * TOGETHER));
                            f.set(rows, rows.plus(4 * TOGETHER));
                            f.set(count, count.minus(TOGETHER));
                        },
                        count.atLeast(i32(TOGETHER))));
        f.when(
                count,
                () -> f.loop(
                        () -> {
                            dot.write(sums, 1);
                            f.set(sums, sums.plus(4));
                            f.set(rows, rows.plus(4));
                            f.set(count, count.minus(1));
                        },
                        count));
    }

    /** The sums of the next rows. */
    private static final class Dot {
        private final Function f;
        private final Local weights;
        private final Local x;
        private final Local rows;
        private final Local stride;
        private final Local at;
        private final Local left;
        private final Local four;
        private final Local[] row = new Local[TOGETHER];
        private final Local[] lanes = new Local[TOGETHER];

        Dot(Function f, Local weights, Local x, Local rows, Local stride) {
            this.f = f;
            this.weights = weights;
            this.x = x;
            this.rows = rows;
            this.stride = stride;
            at = f.local(Type.I32);
            left = f.local(Type.I32);
            four = f.local(Type.V128);
            for (int k = 0; k < TOGETHER; k++) {
                row[k] = f.local(Type.I32);
                lanes[k] = f.local(Type.V128);
            }
        }

        void write(Local sums, int together) {
            f.set(at, x);
            f.set(left, stride);
            for (int k = 0; k < together; k++) {
                f.set(row[k], weights.plus(rows.loadInt(4 * k).times(stride)));
                f.set(lanes[k], f32x4(0));
            }
            Expr many = left.atLeast(i32(16 * UNROLLED));
            f.when(many, () -> f.loop(() -> step(UNROLLED, together), many));
            f.when(left, () -> f.loop(() -> step(1, together), left));
            for (int k = 0; k < together; k++) {
                Local sum = lanes[k];
                f.store(
                        sums,
                        4 * k,
                        sum.lane(0).plus(sum.lane(1)).plus(sum.lane(2).plus(sum.lane(3))));
            }
        }

        private void step(int vectors, int together) {
            for (int v = 0; v < vectors; v++) {
                f.set(four, at.loadVector(16 * v));
                for (int k = 0; k < together; k++) {
                    f.add(lanes[k], row[k].loadVector(16 * v).times(four));
                }
            }
            f.set(at, at.plus(16 * vectors));
            for (int k = 0; k < together; k++) {
                f.set(row[k], row[k].plus(16 * vectors));
            }
            f.set(left, left.minus(16 * vectors));
        }
    }

    /** (weights, steps, x, rows, count, channels). */
    private static void addToRows(Function f) {
        Local weights = f.i32();
        Local steps = f.i32();
        Local x = f.i32();
        Local rows = f.i32();
        Local count = f.i32();
        Local channels = f.i32();
        Local row = f.local(Type.I32);
        Local into = f.local(Type.I32);
        Local from = f.local(Type.I32);
        Local step = f.local(Type.V128);
        Sweep sweep = new Sweep(f);
        f.count(row, i32(0), count, 1, () -> {
            f.set(into, weights.plus(rows.loadInt(0).times(channels).shiftedLeft(2)));
            f.set(from, x);
            f.set(step, steps.loadSplat(0));
            sweep.over(
                    channels, () -> sweep.store(into, sweep.load(into).plus(step.times(sweep.load(from)))), into, from);
            f.set(rows, rows.plus(4));
            f.set(steps, steps.plus(4));
        });
    }

    /** (weights, values, rows, count, channels). */
    private static void putRows(Function f) {
        Local weights = f.i32();
        Local values = f.i32();
        Local rows = f.i32();
        Local count = f.i32();
        Local channels = f.i32();
        Local row = f.local(Type.I32);
        Local stride = f.let(channels.shiftedLeft(2));
        f.count(row, i32(0), count, 1, () -> {
            f.copyBytes(weights.plus(rows.loadInt(0).times(stride)), values, stride);
            f.add(values, stride);
            f.set(rows, rows.plus(4));
        });
    }
}
