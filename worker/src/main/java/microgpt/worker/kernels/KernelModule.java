package microgpt.worker.kernels;

import microgpt.worker.wasm.WasmModule;

/** All kernels of one variant as one WebAssembly module. */
final class KernelModule {
    private static final int PAGE = 65536;

    private KernelModule() {}

    static byte[] bytes(Variant variant) {
        WasmModule module = new WasmModule((Layout.END + PAGE - 1) / PAGE);
        float ones = Float.intBitsToFloat(-1);
        module.data(Layout.MASKS, ones, ones, ones, ones);
        Constants constants = new Constants();
        Tiles tiles = new Tiles(module, variant);
        Packing packing = new Packing(module);
        Edges edges = new Edges(module, tiles);
        Products products = new Products(module, variant, tiles, packing, edges);
        LinearKernels.define(module, products);
        EmbeddingKernels.define(module);
        ChosenRowKernels.define(module);
        NormKernels.define(module);
        AttentionKernels.define(module, variant, constants, tiles, packing, edges);
        ActivationKernels.define(module, constants);
        LossKernels.define(module, constants);
        UpdateKernels.define(module);
        MemoryKernels.define(module, variant);
        PeakKernel.define(module, variant);
        constants.define(module);
        return module.toBytes();
    }
}
