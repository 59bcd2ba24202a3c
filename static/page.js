// Loads the page's Wasm module; whatever goes wrong on the way, or later, is said in the page.
const reload = 'Check the connection and reload; if you host this page yourself, see that every file of the site was copied.';
const say = (text) => {
  document.getElementById('banner-text').textContent = text;
  document.getElementById('banner').hidden = false;
  const status = document.getElementById('status');
  if (status.dataset.mood === 'loading') status.textContent = 'The laboratory could not start.';
};
addEventListener('error', (event) => say(`Something went wrong in this page (${event.message}). Reload it to go on.`));

// An empty module that declares one garbage-collected struct type.
const structType = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 3, 1, 0x5f, 0]);
if (typeof WebAssembly !== 'object' || !WebAssembly.validate(structType)) {
  say('This browser lacks WebAssembly with garbage collection, which the laboratory is made of. '
    + 'Please open it in a current Chrome, Edge, Firefox or Safari (from the end of 2024 on).');
} else if (typeof Chart !== 'function') {
  say(`A part of this page could not be loaded (chart.js). ${reload}`);
} else {
  try {
    const { load } = await import('./teavm.js');
    (await load(document.documentElement.dataset.program ?? 'lab.wasm')).exports.main([]);
  } catch (problem) {
    say(`A part of this page could not be loaded (${problem?.message ?? problem}). ${reload}`);
  }
}
