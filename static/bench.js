// Shows what workers measure, one after the other: a row for each figure as it arrives, and all of them as JSON at the end.
const status = document.querySelector('[role=status]');
const rows = document.querySelector('tbody');
const figures = [];

const finish = text => {
  status.textContent = text;
  document.querySelector('pre').textContent = JSON.stringify(figures, null, 1);
  status.dataset.done = '';
};

const measure = ([name, ...others]) => {
  const worker = new Worker('worker.js', { type: 'module', name });
  worker.onerror = event => finish('It failed: ' + (event.message ?? 'a part of it could not be loaded'));
  worker.onmessage = ({ data }) => {
    if (data.finding) {
      show(JSON.parse(data.finding));
    } else if (data.failed) {
      finish('It failed: ' + data.failed);
    } else if (others.length > 0) {
      worker.terminate();
      measure(others);
    } else {
      finish('Done.');
    }
  };
};

const show = figure => {
  figures.push(figure);
  const row = rows.insertRow();
  const percent = figure.percent_of_peak === null ? '' : figure.percent_of_peak.toFixed(1);
  for (const text of [figure.name, figure.value, figure.unit, figure.backend, percent]) {
    row.insertCell().textContent = text;
  }
};

if (!globalThis.guard) {
  document.querySelector('[data-part=banner-text]').textContent =
    'A part of this page could not be loaded (guard.js). Check the connection and reload.';
  document.querySelector('[data-part=banner]').hidden = false;
} else if (guard.canRun()) {
  measure(['bench', 'bench-plain']);
} else {
  finish('It cannot be measured here.');
}
