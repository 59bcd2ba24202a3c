// What a program written for microgptjs does, with nothing changed but where it imports from.
import { MicroGPT, SeededRandom, Value, linear, rmsnorm, softmax } from './microgpt.js';

export function check(name, holds) {
  if (!holds) throw new Error('not so: ' + name);
}

const near = (a, b, tolerance = 1e-12) => Math.abs(a - b) <= tolerance;

export function trains() {
  const model = new MicroGPT({
    nEmbd: 16,
    nHead: 4,
    nLayer: 1,
    blockSize: 16,
    learningRate: 0.01,
    numSteps: 60,
  });
  model.loadData(['alice', 'bob', 'charlie', 'david', 'emma', 'frank'].join('\n'));
  check('texts are shuffled by the seed', model.docs.join() === 'bob,alice,emma,frank,charlie,david');
  const info = model.initParams();
  check('one token for each letter and one for the ends', info.vocabSize === 16 && info.numDocs === 6);
  check('all numbers are counted', info.numParams === 2 * 16 * 16 + 16 * 16 + 12 * 256);
  const first = model.trainStep();
  check('a step is reported', first.step === 1 && first.doc === 'bob' && first.tokens.length === 5);
  check('the first loss is near that of a guess', near(first.loss, Math.log(16), 0.5));
  check('the first rate is the whole one', first.learningRate === 0.01);
  check('weights are described', near(first.paramStats.std, 0.08, 0.02) && near(first.paramStats.mean, 0, 0.01));
  check('each position is described', first.vizData.length === 4);
  const last = first.vizData[3];
  check('by its embedding', last.embedding.length === 16);
  check('by its attention', last.attentionWeights.length === 1 && last.attentionWeights[0].length === 4);
  check('which adds up to 1', near(last.attentionWeights[0][3].reduce((a, b) => a + b), 1) && last.attentionWeights[0][3].length === 4);
  check('by its MLP, before the ReLU', last.mlpActivations[0].length === 64 && last.mlpActivations[0].some(x => x < 0));
  let result = first;
  for (let i = 1; i < 60; i++) result = model.trainStep();
  check('it learns', result.loss < first.loss - 0.5);
  check('every loss is kept', model.getLossHistory().length === 60 && model.step === 60);
  const sample = model.generate(0.5);
  check('a sample has a text', typeof sample.text === 'string' && sample.tokens.length === sample.text.length);
  const chances = sample.vizData[0].probs;
  check('and chances', chances.length === 16 && near(chances.reduce((a, b) => a + b), 1));
  check('embeddings are named', model.getEmbeddings()[15].char === '<BOS>' && model.getEmbeddings()[0].char === 'a');
  check('the configuration is told', model.getConfig().headDim === 4 && model.getConfig().numDocs === 6);
  check('weights have their names', model.stateDict['layer0.mlp_fc1'].length === 64);
  model.loadData('abcd\nefhi\nklmnor\nv');
  check('other texts of the same letters are learned on', model.trainStep().step === 61 && model.docs.length === 4);
  model.loadData('xyz');
  check('other letters need other weights', !model.initialized && model.initParams().vocabSize === 4);
  return result.loss;
}

export function differentiates() {
  const a = new Value(2.0);
  const b = new Value(3.0);
  const c = a.mul(b).add(a);
  c.backward();
  check('a product and a sum', c.data === 8 && a.grad === 4 && b.grad === 2);
  const x = new Value(-1.5);
  const y = x.pow(2).exp().log().relu().neg().sub(1).div(2);
  y.backward();
  check('a chain of all the rest', near(y.data, -1.625) && near(x.grad, 1.5));
  check('children are kept', c._children[1] === a && c._children[0]._children[1] === b);
  let deep = new Value(1);
  for (let i = 0; i < 20000; i++) deep = deep.add(1);
  deep.backward();
  check('depth is no limit', deep.data === 20001);
  const logits = linear([a, b], [[new Value(1), new Value(2)], [new Value(0), new Value(-1)]]);
  check('a linear layer', logits[0].data === 8 && logits[1].data === -3);
  check('a softmax', near(softmax(logits).reduce((sum, p) => sum + p.data, 0), 1));
  check('a norm', near(rmsnorm([new Value(3), new Value(4)])[1].data, 4 / Math.sqrt(12.5 + 1e-5)));
  const own = new Value(10, [a], [7]);
  a.grad = 0;
  own.backward();
  check('an operation of one\'s own', a.grad === 7);
}

export function draws() {
  const rng = new SeededRandom(42);
  check('uniform', rng.random() === 0.6011037519201636 && rng.random() === 0.44829055899754167);
  check('normal', near(new SeededRandom(42).gauss(0, 1), -0.956162229384149));
  const names = ['alice', 'bob', 'charlie', 'david', 'emma', 'frank'];
  new SeededRandom(42).shuffle(names);
  check('shuffled', names.join() === 'bob,alice,emma,frank,charlie,david');
  check('weighted', new SeededRandom(1).weightedChoice(['a', 'b'], [0, 1]) === 'b');
}

export function run() {
  draws();
  differentiates();
  return trains();
}
