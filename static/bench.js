// Shows what the worker measures, a row for each figure as it arrives, and all of them as JSON at the end.
const status = document.querySelector('[role=status]');
const rows = document.querySelector('tbody');
const figures = [];
const worker = new Worker('worker.js', { type: 'module', name: 'bench' });

const finish = text => {
  status.textContent = text;
  document.querySelector('pre').textContent = JSON.stringify(figures, null, 1);
  status.dataset.done = '';
};

worker.onerror = event => finish('It failed: ' + (event.message ?? 'a part of it could not be loaded'));
worker.onmessage = ({ data }) => {
  if (typeof data !== 'string' || !data.startsWith('{')) {
    finish(data === 'done' ? 'Done.' : 'It ' + data);
    return;
  }
  const figure = JSON.parse(data);
  figures.push(figure);
  const row = rows.insertRow();
  const percent = figure.percent_of_peak === null ? '' : figure.percent_of_peak.toFixed(1);
  for (const text of [figure.name, figure.value, figure.unit, figure.backend, percent]) {
    row.insertCell().textContent = text;
  }
};
