import { OnlineGPT } from '../microgpt.js';

// Reads a log once, learns while reading, and says which line it did not see coming: by the mixture, which knows at
// once what it has seen before, while the transformer still learns.
const gpt = new OnlineGPT({ recipe: 'tiny' });
const pages = ['/index.html', '/news.html', '/index.html', '/about.html'];
const log = [...Array(160).keys()].map(i => `GET ${pages[i % 4]} 200\n`);
log[130] = 'DROP TABLE users; --\n';

const mean = bits => bits.reduce((sum, each) => sum + each, 0) / bits.length;
let usual = 8;
log.forEach((line, i) => {
  const cost = mean(gpt.observe(line));
  if (i % 40 === 0) {
    const { transformer, counts } = gpt.latestBits;
    console.log(`line ${i}: ${cost.toFixed(2)} bits a byte (transformer alone ${mean(transformer).toFixed(2)}, `
      + `counts alone ${mean(counts).toFixed(2)})`);
  }
  if (i > 40 && cost > 2 * usual + 1) {
    console.log(`line ${i} is strange, ${cost.toFixed(2)} bits a byte: ${line}`);
  }
  usual += 0.1 * (cost - usual);
});
console.log('all of it:', gpt.metrics().bitsPerByte.toFixed(2), 'bits a byte');

// What was predicted well is short, and comes back to the bit.
const text = log.join('');
const file = OnlineGPT.encode(text);
console.log(`${text.length} bytes in a file of ${file.length}`);
console.log('identical:', new TextDecoder().decode(OnlineGPT.decode(file)) === text);
