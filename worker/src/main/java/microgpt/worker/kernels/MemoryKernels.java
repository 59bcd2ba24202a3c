package microgpt.worker.kernels;

import static microgpt.worker.wasm.Expr.i32;

import microgpt.worker.wasm.Function;
import microgpt.worker.wasm.Local;
import microgpt.worker.wasm.Type;
import microgpt.worker.wasm.WasmModule;

/** How the other side of the memory is reached from code that cannot see it. */
final class MemoryKernels {
    private MemoryKernels() {}

    static void define(WasmModule module, Variant variant) {
        Function number = module.export("variant"); // 0 is left to a stand-in for browsers without SIMD
        number.returns(i32(variant == Variant.RELAXED ? 2 : 1));
        Function begin = module.export("begin");
        begin.returns(i32(Layout.END));
        Function pages = module.export("pages");
        pages.returns(Function.memoryPages());
        Function grow = module.export("grow");
        grow.returns(Function.grownMemory(grow.i32()));
        Function peek = module.export("peek");
        peek.returns(peek.i32().loadFloat(0));
        Function poke = module.export("poke");
        poke.store(poke.i32(), 0, poke.parameter(Type.F32));
        pokeFour(module.export("pokeFour"));
        Function pokeInt = module.export("pokeInt");
        pokeInt.store(pokeInt.i32(), 0, pokeInt.i32());
        Function zero = module.export("zero");
        Local from = zero.i32();
        zero.zeroBytes(from, zero.i32());
    }

    private static void pokeFour(Function f) {
        Local address = f.i32();
        for (int i = 0; i < 4; i++) {
            f.store(address, 4 * i, f.parameter(Type.F32));
        }
    }
}
