// What happens where there is no SIMD.
WebAssembly.validate = () => false;
const { OnlineGPT } = await import('./microgpt.js');
const gpt = new OnlineGPT();
const [bits] = gpt.observe('a');
if (gpt.backend !== 'java' || !(bits > 0)) throw new Error(`${gpt.backend} took ${bits} bits`);
