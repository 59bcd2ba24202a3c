// Loads the page's Wasm module; if that cannot be, says so in the page.
const say = (text) => {
  document.getElementById('banner-text').textContent = text;
  document.getElementById('banner').hidden = false;
  document.getElementById('status').textContent = 'The laboratory could not start.';
};
// An empty module that declares one garbage-collected struct type.
const structType = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 3, 1, 0x5f, 0]);
if (typeof WebAssembly !== 'object' || !WebAssembly.validate(structType)) {
  say('This browser lacks WebAssembly with garbage collection, which the laboratory is made of. '
    + 'Please open it in a current Chrome, Edge, Firefox or Safari (from the end of 2024 on).');
} else {
  try {
    const { load } = await import('./teavm.js');
    (await load('web.wasm')).exports.main([]);
  } catch (problem) {
    console.warn(problem);
    say('A part of this page could not be loaded (' + (problem?.message ?? problem) + '). '
      + 'Check the connection and reload; if you host this page yourself, see that every file of the site was copied.');
  }
}
