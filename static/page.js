// Loads the page's Wasm module, if this browser can run it and all files are there. What goes wrong is said by guard.js.

const start = async () => {
  if (!guard.canRun()) return;
  if (document.querySelector('script[src="chart.js"]') && typeof Chart !== 'function') {
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
