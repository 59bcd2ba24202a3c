// Trains as microgpt.py does, and compares with what that printed.
import { readFileSync } from 'node:fs';
import { MicroGPT } from './microgpt.js';
import { check } from './dropin.mjs';

for (const seed of [42, 7]) {
  const { losses, samples } = JSON.parse(readFileSync(`microgpt-names64-seed${seed}.json`, 'utf8'));
  const model = new MicroGPT({ seed, random: 'python' });
  model.loadData(readFileSync('names-64.txt', 'utf8'));
  model.initParams();
  check('a thousand losses are known', losses.length === 1000 && samples.length === 20);
  for (const expected of losses) {
    const { step, loss } = model.trainStep();
    check(`step ${step} of seed ${seed}: ${loss}, not ${expected}`, Math.abs(loss - expected) <= 1e-9 * expected);
  }
  check('samples are the same', samples.every(text => model.generate(0.5).text === text));
}
