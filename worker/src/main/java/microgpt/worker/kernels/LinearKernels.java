package microgpt.worker.kernels;

import static microgpt.worker.wasm.Expr.i32;

import microgpt.worker.wasm.Expr;
import microgpt.worker.wasm.Function;
import microgpt.worker.wasm.Local;
import microgpt.worker.wasm.Type;
import microgpt.worker.wasm.WasmModule;

/** The linear layer; its three products are the three forms NT, NN and TN. */
final class LinearKernels {
    /** B of at most this many floats is read in place: it fits the first two cache levels whatever its stride. */
    private static final int SMALL = 16384;

    private LinearKernels() {}

    static void define(WasmModule module, Products products) {
        forward(module, products);
        backwardInput(module, products);
        backwardWeight(module, products);
        backwardBias(module);
    }

    /** out (R,O) = x (R,I) weight^T (O,I) + bias (O), which is 0 for none. */
    private static void forward(WasmModule module, Products products) {
        Function f = module.export("linear");
        Local out = f.i32();
        Local x = f.i32();
        Local weight = f.i32();
        Local bias = f.i32();
        Local rows = f.i32();
        Local outputs = f.i32();
        Local inputs = f.i32();
        Local start = f.let(bias.ifElse(bias, i32(Layout.ZEROS)));
        Local step = f.let(i32(32).ifElse(bias, i32(0)));
        Local stride = f.let(inputs.shiftedLeft(2));
        f.when(
                rows.equalTo(i32(1)),
                () -> ofOneRow(f, out, x, weight, bias, outputs, inputs),
                () -> f.call(
                        products.byRows,
                        x,
                        stride,
                        weight,
                        stride,
                        i32(Products.B_COLUMNS),
                        out,
                        outputs.shiftedLeft(2),
                        start,
                        i32(0),
                        step,
                        rows,
                        outputs,
                        inputs));
    }

    /** As many products of two vectors: weights that are read once are not worth packing. */
    private static void ofOneRow(
            Function f, Local out, Local x, Local weight, Local bias, Local outputs, Local inputs) {
        Sweep sweep = new Sweep(f);
        Local output = f.local(Type.I32);
        Local from = f.local(Type.I32);
        f.count(output, i32(0), outputs, 1, () -> {
            f.set(from, x);
            sweep.begin(0f);
            sweep.over(inputs, () -> sweep.sum(sweep.load(from).times(sweep.load(weight))), from, weight);
            f.store(out, 0, sweep.total().lane(0));
            f.when(bias, () -> {
                f.store(out, 0, out.loadFloat(0).plus(bias.loadFloat(0)));
                f.set(bias, bias.plus(4));
            });
            f.set(out, out.plus(4));
        });
    }

    /** dx (R,I) += dout (R,O) weight (O,I). */
    private static void backwardInput(WasmModule module, Products products) {
        Function f = module.export("linearBackwardInput");
        Local dx = f.i32();
        Local dout = f.i32();
        Local weight = f.i32();
        Local rows = f.i32();
        Local outputs = f.i32();
        Local inputs = f.i32();
        Local stride = f.let(inputs.shiftedLeft(2));
        f.call(
                products.byRows,
                dout,
                outputs.shiftedLeft(2),
                weight,
                stride,
                formOf(outputs.times(inputs)),
                dx,
                stride,
                dx,
                stride,
                i32(32),
                rows,
                inputs,
                outputs);
    }

    /** dweight (O,I) += dout^T (R,O) x (R,I). */
    private static void backwardWeight(WasmModule module, Products products) {
        Function f = module.export("linearBackwardWeight");
        Local dweight = f.i32();
        Local dout = f.i32();
        Local x = f.i32();
        Local rows = f.i32();
        Local outputs = f.i32();
        Local inputs = f.i32();
        Local stride = f.let(inputs.shiftedLeft(2));
        f.call(
                products.byColumns,
                dout,
                outputs.shiftedLeft(2),
                x,
                stride,
                formOf(rows.times(inputs)),
                dweight,
                stride,
                dweight,
                stride,
                i32(32),
                outputs,
                inputs,
                rows);
    }

    private static Expr formOf(Expr size) {
        return i32(Products.B_IN_PLACE).ifElse(size.atMost(i32(SMALL)), i32(Products.B_ROWS));
    }

    /** dbias (O) += the column sums of dout (R,O), row after row. */
    private static void backwardBias(WasmModule module) {
        Function f = module.export("linearBackwardBias");
        Local dbias = f.i32();
        Local dout = f.i32();
        Local rows = f.i32();
        Local outputs = f.i32();
        Local left = f.let(outputs);
        Local stride = f.let(outputs.shiftedLeft(2));
        for (int vectors : new int[] {8, 1}) { // two cache lines of a row at a time while there are as many columns
            Expr more = left.atLeast(i32(4 * vectors));
            f.when(more, () -> f.loop(() -> sumColumns(f, dbias, dout, rows, left, stride, vectors), more));
        }
        f.when(left, () -> sumColumns(f, dbias, dout, rows, left, stride, 0));
    }

    /** Adds 4 columns for each of the vectors and moves on; no vector stands for the columns that are left. */
    private static void sumColumns(
            Function f, Local dbias, Local dout, Local rows, Local left, Local stride, int vectors) {
        Local[] sums = new Local[Math.max(vectors, 1)];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = f.let(dbias.loadVector(16 * i));
        }
        Local at = f.let(dout);
        Local row = f.local(Type.I32);
        f.count(row, i32(0), rows, 1, () -> {
            for (int i = 0; i < sums.length; i++) {
                f.add(sums[i], at.loadVector(16 * i));
            }
            f.add(at, stride);
        });
        if (vectors == 0) {
            Lanes.storeFirst(f, dbias, sums[0], left);
            return;
        }
        for (int i = 0; i < vectors; i++) {
            f.store(dbias, 16 * i, sums[i]);
        }
        f.set(dbias, dbias.plus(16 * vectors));
        f.set(dout, dout.plus(16 * vectors));
        f.set(left, left.minus(4 * vectors));
    }
}
