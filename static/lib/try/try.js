// The examples: shown, changed, run in a worker, stopped.
const at = id => document.getElementById(id);
const mostLines = 500;
let worker = null;

function say(text, failed = false) {
  const line = document.createElement('div');
  line.textContent = text;
  line.className = failed ? 'error' : '';
  at('output').append(line);
  if (at('output').childElementCount > mostLines) at('output').firstChild.remove();
  at('output').scrollTop = at('output').scrollHeight;
}

function stop(how) {
  worker?.terminate();
  worker = null;
  at('run').disabled = false;
  at('stop').disabled = true;
  at('state').textContent = how;
}

function run() {
  at('output').replaceChildren();
  at('run').disabled = true;
  at('stop').disabled = false;
  at('state').textContent = 'Running …';
  worker = new Worker(new URL('worker.js', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }) => {
    if (data.line !== undefined) say(data.line, data.failed);
    if (data.done) stop(data.failed ? 'It failed.' : 'It has run.');
  };
  worker.onerror = event => {
    say(event.message || 'The library could not be loaded.', true);
    stop('It failed.');
  };
  worker.postMessage(at('program').value);
}

/** A file of this folder as plain text, fetched when it is opened. */
async function unfold(file) {
  const text = file.querySelector('pre');
  if (!file.open || text.textContent) return;
  const response = await fetch(file.dataset.file);
  text.textContent = response.ok ? await response.text() : `It could not be loaded (${response.status}).`;
}

async function show() {
  const response = await fetch(`examples/${at('example').value}.js`);
  at('program').value = response.ok ? await response.text() : `// This example could not be loaded (${response.status}).`;
  at('program').dataset.example = at('example').value;
}

at('run').onclick = run;
at('stop').onclick = () => stop('Stopped.');
at('example').onchange = () => show();
at('program').onkeydown = event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !at('run').disabled) run();
};
for (const file of document.querySelectorAll('details[data-file]')) file.ontoggle = () => unfold(file);
if (!globalThis.guard) {
  document.querySelector('[data-part=banner-text]').textContent =
    'A part of this page could not be loaded (guard.js). Check the connection and reload.';
  document.querySelector('[data-part=banner]').hidden = false;
} else if (guard.canRun()) {
  await show();
  at('run').disabled = false;
}
