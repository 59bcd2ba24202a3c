// Loads the worker's Wasm; the name that the page gave the worker says which. What goes wrong while no Java runs reaches
// the page as an object {failed: text}; all that Java says is bytes, or in the benchmark an object of another kind.
const modules = {
  '': 'lab.wasm', java: 'lab.wasm', step: 'step-worker.wasm', train: 'train-worker.wasm', 'train-java': 'train-worker.wasm',
  bench: 'bench-worker.wasm', 'bench-plain': 'bench-worker.wasm', check: 'bench-worker.wasm',
};
// For the comparison with kernels that need no relaxed SIMD.
const plainKernels = () => WebAssembly.compileStreaming(fetch('kernels-plain.wasm'));
const fail = error => postMessage({ failed: String(error?.message ?? error) });
addEventListener('error', event => fail(event));
addEventListener('unhandledrejection', event => fail(event.reason));
const emptyStructType = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 3, 1, 0x5f, 0];
if (!globalThis.WebAssembly?.validate(Uint8Array.from(emptyStructType))) {
  fail('this browser lacks WebAssembly with garbage collection');
} else if (!Object.hasOwn(modules, self.name)) {
  fail(`worker.js knows no worker called "${self.name}"`);
} else {
  let worker;
  try {
    const { load } = await import('./teavm.js');
    const { loadKernels } = await import('./kernels.js');
    const kernels = await (self.name === 'bench-plain' ? loadKernels(plainKernels) : loadKernels());
    const installImports = imports => { imports.kernels = kernels; };
    worker = await load(modules[self.name], { installImports });
  } catch (error) {
    fail('a part of the worker could not be loaded (' + (error?.message ?? error) + ')');
  }
  worker?.exports.main([self.name]);
}
