// A worker hears nothing before its module has run, and one that imports this library runs only once the WebAssembly is
// there. What is sent to it until then waits here, so that a page may send at once.
const inWorker = typeof WorkerGlobalScope === 'function' && globalThis instanceof WorkerGlobalScope;
const early = [];
const keep = event => {
  early.push(event);
  event.stopImmediatePropagation();
};
if (inWorker) addEventListener('message', keep, true);

/** Lets them through, once the modules that have waited for the library have run. */
export function letThrough() {
  if (!inWorker) return;
  setTimeout(() => {
    removeEventListener('message', keep, true);
    for (const { data, origin, ports } of early) dispatchEvent(new MessageEvent('message', { data, origin, ports: [...ports] }));
  });
}
