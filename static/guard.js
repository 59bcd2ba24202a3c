// Says in the page what fails where its program cannot: a file that does not load, an error or a rejection that nobody caught.
// Every page loads it first.
globalThis.guard = {
  missingFile: (what) => `A part of this page could not be loaded (${what}). Check the connection and reload; if you host this `
    + 'page yourself, see that every file of the site was copied.',

  /** Whether this browser has what the programs are made of; if not, that is said. */
  canRun() {
    const structType = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 3, 1, 0x5f, 0]); // a module of one garbage-collected type
    const can = typeof WebAssembly === 'object' && WebAssembly.validate(structType);
    if (!can) {
      guard.say('This browser lacks WebAssembly with garbage collection, which this page is made of. '
        + 'Please open it in a current Chrome, Edge, Firefox or Safari (from the end of 2024 on).');
    }
    return can;
  },

  /** Shows a message; a page that is still loading will not come to its end. */
  say(text) {
    if (document.readyState === 'loading') {
      addEventListener('DOMContentLoaded', () => guard.say(text));
      return;
    }
    document.querySelector('[data-part=banner-text]').textContent = text;
    document.querySelector('[data-part=banner]').hidden = false;
    for (const status of document.querySelectorAll('[data-part=status][data-mood=loading]')) {
      status.textContent = 'This page could not start.';
    }
  },
};

addEventListener('error', ({ target, error, message }) => {
  const file = target instanceof HTMLScriptElement ? target.getAttribute('src')
    : target instanceof HTMLLinkElement ? target.getAttribute('href') : null;
  if (file !== null) {
    guard.say(guard.missingFile(file));
  } else if (error) { // else it is a browser's remark, and nothing has failed
    guard.say(`Something went wrong in this page (${message}). Reload it to go on.`);
  }
}, true);

addEventListener('unhandledrejection', ({ reason }) => {
  guard.say(`Something went wrong in this page (${reason?.message ?? reason}). Reload it to go on.`);
});

// A file that is dropped beside the place for it would otherwise be opened instead of the page.
for (const event of ['dragover', 'drop']) {
  addEventListener(event, (drag) => {
    if (!drag.defaultPrevented && drag.dataTransfer?.types.includes('Files')) {
      drag.preventDefault();
      drag.dataTransfer.dropEffect = 'none';
    }
  });
}
