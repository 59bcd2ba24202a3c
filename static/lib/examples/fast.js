import { MicroGPT } from '../microgpt.js';

// The fast engine: the same recipe in 32-bit floats, two layers, several texts a step.
const model = new MicroGPT({
  engine: 'float32', batch: 8, nLayer: 2, nEmbd: 32, numSteps: 300, learningRate: 0.005,
});
model.loadData(`red green blue yellow orange violet white black brown crimson
  indigo olive silver golden scarlet turquoise magenta lavender`.replace(/\s+/g, '\n'));
console.log(model.initParams());

const start = performance.now();
let loss;
for (let i = 0; i < 300; i++) ({ loss } = model.trainStep());
const seconds = (performance.now() - start) / 1000;
console.log(`300 steps in ${seconds.toFixed(1)} s, loss ${loss.toFixed(3)}`);

for (const prompt of ['', 'o', 'gr']) {
  const { text } = model.generate({ prompt, temperature: 0.7, topK: 5, seed: 1 });
  console.log(prompt + '…', text);
}
const twin = MicroGPT.load(model.save());
const same = twin.generate(0.5).text === model.generate(0.5).text;
console.log('a saved model goes on alike:', same);
