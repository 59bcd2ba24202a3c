// Loads the page's Wasm modules, if this browser can run them and all files are there. What goes wrong is said by guard.js.

/** The laboratory's page is one module with its worker, which calls the kernels; a page never does. */
const installImports = (imports) => {
  imports.kernels = new Proxy({}, {
    get: (_, name) => () => { throw new Error(`a page called the kernel ${String(name)}`); },
  });
};

const open = async (program) => {
  try {
    const { load } = await import('./teavm.js');
    (await load(program, { installImports })).exports.main([]);
  } catch (problem) {
    guard.say(guard.missingFile(problem?.message ?? problem));
  }
};

const style = address => new Promise((resolve, reject) => {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address, onload: resolve, onerror: reject });
  document.head.append(link);
});

/** What is not needed in the first seconds: a second program, and its style, when a run has begun. */
const openLater = ({ later, laterStyle }) => {
  const patience = 1500; // milliseconds: the first bytes are learned meanwhile
  if (later) {
    addEventListener('run', () => setTimeout(async () => {
      await style(laterStyle).catch(() => {}); // guard.js has said it
      await open(later);
    }, patience), { once: true });
  }
};

const start = async () => {
  if (!guard.canRun()) return;
  if (document.querySelector('script[src="chart.js"]') && typeof Chart !== 'function') {
    guard.say(guard.missingFile('chart.js'));
  } else {
    openLater(document.documentElement.dataset);
    await open(document.documentElement.dataset.program ?? 'lab.wasm');
  }
};

if (globalThis.guard) {
  await start();
} else {
  document.querySelector('[data-part=banner-text]').textContent =
    'A part of this page could not be loaded (guard.js). Check the connection and reload.';
  document.querySelector('[data-part=banner]').hidden = false;
}
