import { OnlineGPT } from '../microgpt.js';

// Reads a log once, learns while reading, and says which line it did not see coming.
const gpt = new OnlineGPT({ recipe: 'tiny' });
const pages = ['/index.html', '/news.html', '/index.html', '/about.html'];
const log = [...Array(160).keys()].map(i => `GET ${pages[i % 4]} 200\n`);
log[130] = 'DROP TABLE users; --\n';

let usual = 8;
log.forEach((line, i) => {
  const bits = gpt.observe(line);
  const cost = bits.reduce((sum, each) => sum + each, 0) / bits.length;
  if (i % 40 === 0) console.log(`line ${i}: ${cost.toFixed(2)} bits a byte`);
  if (i > 40 && cost > 2 * usual + 1) {
    console.log(`line ${i} is strange, ${cost.toFixed(2)} bits a byte: ${line}`);
  }
  usual += 0.1 * (cost - usual);
});
console.log('all of it:', gpt.metrics().bitsPerByte.toFixed(2), 'bits a byte');
