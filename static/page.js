// Loads the page's Wasm module, if this browser can run it and all files are there. What goes wrong is said by guard.js.

// An empty module that declares one garbage-collected struct type.
const structType = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 3, 1, 0x5f, 0]);

const start = async () => {
  if (typeof WebAssembly !== 'object' || !WebAssembly.validate(structType)) {
    guard.say('This browser lacks WebAssembly with garbage collection, which this page is made of. '
      + 'Please open it in a current Chrome, Edge, Firefox or Safari (from the end of 2024 on).');
  } else if (document.querySelector('script[src="chart.js"]') && typeof Chart !== 'function') {
    guard.say(guard.missingFile('chart.js'));
  } else {
    try {
      const { load } = await import('./teavm.js');
      (await load(document.documentElement.dataset.program ?? 'lab.wasm')).exports.main([]);
    } catch (problem) {
      guard.say(guard.missingFile(problem?.message ?? problem));
    }
  }
};

if (globalThis.guard) {
  await start();
} else {
  document.querySelector('[data-part=banner-text]').textContent =
    'A part of this page could not be loaded (guard.js). Check the connection and reload.';
  document.querySelector('[data-part=banner]').hidden = false;
}
