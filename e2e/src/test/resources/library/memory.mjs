// Makes models and forgets them: their memory comes back by itself, once the collector has seen that nobody holds them.
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { OnlineGPT } from './microgpt.js';
import { java } from './java.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
const before = java.memoryInUse();
for (let i = 0; i < 20; i++) new OnlineGPT().observe('a few bytes');
if (java.memoryInUse() <= before) throw new Error('models hold no memory');
for (let turns = 0; java.memoryInUse() > before; turns++) {
  if (turns === 1000) throw new Error(`${java.memoryInUse() - before} bytes did not come back`);
  collect();
  await setImmediate();
}
