// Follows the sources while they are edited: loads style sheets again, or the page, and shows what does not compile.
// Only the server of the loop adds this script to a page.
const events = new EventSource('/loop/events');
const { version } = document.currentScript.dataset; // of the page as it was sent
events.addEventListener('version', ({ data }) => {
  if (data === version) document.documentElement.dataset.follows = version;
  else location.reload();
});
events.addEventListener('style', () => {
  for (const link of document.querySelectorAll('link[rel=stylesheet]')) {
    const address = new URL(link.href);
    address.searchParams.set('at', Date.now());
    link.href = address;
  }
});
events.addEventListener('problem', ({ data }) => {
  const box = document.querySelector('pre.problem') ?? document.body.appendChild(document.createElement('pre'));
  box.className = 'problem';
  box.textContent = data;
  Object.assign(box.style, {
    position: 'fixed', inset: '0', margin: '0', padding: '1rem', overflow: 'auto', zIndex: 99,
    background: '#300', color: '#fff', font: '14px monospace', whiteSpace: 'pre-wrap',
  });
});
