package microgpt.worker.kernels;

import static microgpt.worker.wasm.Expr.i32;

import microgpt.worker.wasm.Function;
import microgpt.worker.wasm.Local;
import microgpt.worker.wasm.Type;
import microgpt.worker.wasm.WasmModule;

/** Rows looked up by token, and rows added by position. */
final class EmbeddingKernels {
    private EmbeddingKernels() {}

    static void define(WasmModule module) {
        embed(module.export("embed"));
        embedBackward(module.export("embedBackward"));
        addPositions(module.export("addPositions"));
        addPositionsBackward(module.export("addPositionsBackward"));
    }

    /** (out, wte, tokens, rows, channels). */
    private static void embed(Function f) {
        Local out = f.i32();
        Local wte = f.i32();
        Local tokens = f.i32();
        Local rows = f.i32();
        Local channels = f.i32();
        Local row = f.local(Type.I32);
        Local from = f.local(Type.I32);
        Sweep sweep = new Sweep(f);
        f.count(row, i32(0), rows, 1, () -> {
            f.set(from, wte.plus(tokens.loadInt(0).times(channels).shiftedLeft(2)));
            sweep.over(channels, () -> sweep.store(out, sweep.load(from)), out, from);
            f.set(tokens, tokens.plus(4));
        });
    }

    /** (dwte, dout, tokens, rows, channels). */
    private static void embedBackward(Function f) {
        Local dwte = f.i32();
        Local dout = f.i32();
        Local tokens = f.i32();
        Local rows = f.i32();
        Local channels = f.i32();
        Local row = f.local(Type.I32);
        Local into = f.local(Type.I32);
        Sweep sweep = new Sweep(f);
        f.count(row, i32(0), rows, 1, () -> {
            f.set(into, dwte.plus(tokens.loadInt(0).times(channels).shiftedLeft(2)));
            sweep.over(channels, () -> sweep.store(into, sweep.load(into).plus(sweep.load(dout))), into, dout);
            f.set(tokens, tokens.plus(4));
        });
    }

    /** (x, wpe, batch, count): x is {@code batch} times {@code count} floats. */
    private static void addPositions(Function f) {
        Local x = f.i32();
        Local wpe = f.i32();
        Local batch = f.i32();
        Local count = f.i32();
        Local b = f.local(Type.I32);
        Local from = f.local(Type.I32);
        Sweep sweep = new Sweep(f);
        f.count(b, i32(0), batch, 1, () -> {
            f.set(from, wpe);
            sweep.over(count, () -> sweep.store(x, sweep.load(x).plus(sweep.load(from))), x, from);
        });
    }

    /** (dwpe, dx, batch, count). */
    private static void addPositionsBackward(Function f) {
        Local dwpe = f.i32();
        Local dx = f.i32();
        Local batch = f.i32();
        Local count = f.i32();
        Local b = f.local(Type.I32);
        Local into = f.local(Type.I32);
        Sweep sweep = new Sweep(f);
        f.count(b, i32(0), batch, 1, () -> {
            f.set(into, dwpe);
            sweep.over(count, () -> sweep.store(into, sweep.load(into).plus(sweep.load(dx))), into, dx);
        });
    }
}
