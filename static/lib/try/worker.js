// Runs a program of the reader's with the library, away from the page; what it logs becomes messages.
const shown = value => typeof value === 'string' ? value : JSON.stringify(value) ?? String(value);
console.log = (...values) => postMessage({ line: values.map(shown).join(' ') });

addEventListener('message', async ({ data }) => {
  try {
    const library = await import('../microgpt.js');
    const program = data.replace(/^import (\{[^}]*\}) from ['"][^'"]*microgpt\.js['"];?$/gm, 'const $1 = library;');
    const AsyncFunction = (async () => {}).constructor;
    await new AsyncFunction('library', program)(library);
    postMessage({ done: true });
  } catch (problem) {
    postMessage({ line: String(problem), failed: true, done: true });
  }
});
