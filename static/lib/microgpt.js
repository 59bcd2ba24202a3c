// A small GPT that learns texts, and one that learns a stream while reading it. The arithmetic is Java, compiled to
// WebAssembly; this module gives it the shapes of JavaScript. See README.md.
import { load } from './teavm.js';

async function read(name) {
  const url = new URL(name, import.meta.url);
  if (url.protocol !== 'file:') {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
  const { readFile } = await import('node:fs/promises');
  return new Uint8Array(await readFile(url));
}

const text = bytes => new TextDecoder().decode(bytes);
const { exports: java } = await load(await read('microgpt.wasm'));
const recipes = Object.fromEntries(await Promise.all(
  ['seed', 'tiny', 'small'].map(async name => [name, text(await read(`online.${name}.json`))])));

// ---- numbers that remember what they were computed from

const handles = new WeakMap();
const handle = value => handles.get(value);
const kept = Symbol('a handle that exists already');

export class Value {
  constructor(data, children = [], localGrads = []) {
    this._children = children;
    this._localGrads = localGrads;
    if (data?.[kept]) handles.set(this, data[kept]);
    else if (children.length === 0) handles.set(this, java.value(data));
    else handles.set(this, java.computedValue(data, vector(children), Float64Array.from(localGrads)));
  }

  get data() { return handle(this).data(); }
  set data(changed) { handle(this).setData(changed); }
  get grad() { return handle(this).grad(); }
  set grad(changed) { handle(this).setGrad(changed); }

  add(other) { return computed(handle(this).add(handle(other = wrap(other))), this, other); }
  mul(other) { return computed(handle(this).mul(handle(other = wrap(other))), this, other); }
  pow(exponent) { return computed(handle(this).pow(exponent), this); }
  log() { return computed(handle(this).log(), this); }
  exp() { return computed(handle(this).exp(), this); }
  relu() { return computed(handle(this).relu(), this); }
  neg() { return this.mul(-1); }
  sub(other) { return this.add(wrap(other).neg()); }
  div(other) { return this.mul(wrap(other).pow(-1)); }
  backward() { handle(this).backward(); }
}

const wrap = x => x instanceof Value ? x : new Value(x);
const held = h => new Value({ [kept]: h });

function computed(h, ...children) {
  const value = held(h);
  value._children = children;
  value._localGrads = children.map((_, i) => h.slope(i));
  return value;
}

function vector(values) {
  const v = java.vector();
  for (const value of values) v.push(handle(wrap(value)));
  return v;
}

function values(v) {
  return Array.from({ length: v.size() }, (_, i) => held(v.at(i)));
}

export function linear(x, weights) {
  const inputs = vector(x);
  return weights.map(row => held(vector(row).dot(inputs)));
}

export const softmax = logits => values(vector(logits).softmax());
export const rmsnorm = x => values(vector(x).rmsNorm());

// ---- random numbers

export class SeededRandom {
  #draws;

  constructor(seed = 42) {
    this.seed = seed;
    this.#draws = seed?.[kept] ?? java.draws(seed | 0);
    if (seed?.[kept]) this.seed = seed.seed;
  }

  get state() { return this.#draws.state(); }
  set state(changed) { this.#draws.setState(changed | 0); }

  random() { return this.#draws.uniform(); }
  gauss(mean = 0, deviation = 1) { return mean + deviation * this.#draws.gaussian(); }

  shuffle(items) {
    for (let i = items.length - 1; i > 0; i--) {
      const j = Math.floor(this.random() * (i + 1));
      [items[i], items[j]] = [items[j], items[i]];
    }
    return items;
  }

  weightedChoice(population, weights) {
    return population[this.#draws.choose(Float64Array.from(weights))];
  }
}

// ---- a GPT that learns texts

const standard = {
  seed: 42, nEmbd: 16, nHead: 4, nLayer: 1, blockSize: 16, learningRate: 0.01, numSteps: 1000,
  engine: 'float64', random: 'microgptjs', batch: 1,
};
const choices = { engine: ['float64', 'float32'], random: ['microgptjs', 'python'] };
const matrixNames = {
  wte: 'wte', wpe: 'wpe', lmHead: 'lm_head', proj: 'attn_wo', up: 'mlp_fc1', down: 'mlp_fc2',
};

function checked(options, known) {
  for (const key of Object.keys(options)) {
    if (!(key in known)) throw new RangeError(`unknown option ${key}, expected one of ${Object.keys(known).join(', ')}`);
    if (key in choices && !choices[key].includes(options[key])) {
      throw new RangeError(`${key} ${options[key]} must be ${choices[key].join(' or ')}`);
    }
  }
  return Object.fromEntries(Object.keys(known).map(key => [key, options[key] ?? known[key]]));
}

export class MicroGPT {
  #java;
  #seed;
  #rng;
  #stateDict = null;

  constructor(options = {}) {
    if (options[kept]) {
      this.#adopt(options[kept]);
      return;
    }
    const o = checked(options, standard);
    this.#seed = o.seed;
    this.engine = o.engine;
    this.#java = java.names(
      o.seed, o.random === 'python', o.engine === 'float32', o.nLayer, o.nHead, o.nEmbd, o.blockSize);
    this.config = shapeOf(o.nEmbd, o.nHead, o.nLayer, o.blockSize);
    Object.assign(this, {
      learningRate: o.learningRate, beta1: 0.85, beta2: 0.99, epsAdam: 1e-8, numSteps: o.numSteps, batch: o.batch,
      initialized: false, docs: [], uchars: [], BOS: 0, vocabSize: 0,
    });
  }

  /** The model that save() was called on. */
  static load(saved) {
    return new MicroGPT({ [kept]: java.savedNames(bytesOf(saved)) });
  }

  #adopt(h) {
    this.#java = h;
    const [seed, float32, layers, heads, width, context] = h.shape();
    [this.learningRate, this.beta1, this.beta2, this.epsAdam, this.numSteps, this.batch] = h.learning();
    this.#seed = seed;
    this.engine = choices.engine[float32];
    this.config = shapeOf(width, heads, layers, context);
    this.initialized = true;
    this.#readVocabulary();
  }

  save() { return new Uint8Array(this.#java.save().buffer); }

  loadData(lines) {
    this.#java.read(lines.split('\n').map(line => line.trim()).join('\n'));
    this.initialized = false;
    this.#stateDict = null;
    this.#readVocabulary();
  }

  #readVocabulary() {
    const h = this.#java;
    this.vocabSize = h.vocabularySize();
    this.BOS = this.vocabSize - 1;
    this.docs = Array.from({ length: h.textCount() }, (_, i) => h.text(i));
    this.uchars = Array.from({ length: this.BOS }, (_, i) => h.character(i));
  }

  initParams() {
    this.#java.initialize();
    this.initialized = true;
    this.#stateDict = null;
    return { numParams: this.#java.parameterCount(), vocabSize: this.vocabSize, numDocs: this.docs.length };
  }

  /** Forgets everything learned, and starts again from the seed. */
  reset() {
    this.#java.reset();
    this.initialized = true;
    this.#stateDict = null;
    this.#readVocabulary();
  }

  trainStep() {
    this.#mustBeInitialized();
    const h = this.#java;
    h.tune(this.learningRate, this.beta1, this.beta2, this.epsAdam, this.numSteps, this.batch);
    const [step, loss, learningRate, mean, std] = h.train();
    const doc = h.learnedText(step);
    const tokens = Array.from(h.document(doc));
    const positions = Math.min(this.config.blockSize, tokens.length - 1);
    const vizData = Array.from({ length: positions }, (_, t) => this.#viz(h.view(t), t));
    return { step, loss, doc, tokens, learningRate, paramStats: { mean, std }, vizData };
  }

  generate(options = 0.5) {
    this.#mustBeInitialized();
    const { temperature, topK, topP, prompt, seed } = checked(
      typeof options === 'number' ? { temperature: options } : options,
      { temperature: 0.5, topK: 0, topP: 1, prompt: '', seed: undefined });
    const written = seed === undefined
      ? this.#java.generate(temperature, topK, topP, prompt)
      : this.#java.generateSeeded(temperature, topK, topP, prompt, seed);
    const drawn = written.draws();
    const tokens = Array.from({ length: written.length() }, (_, i) => written.token(i));
    const prompted = [...prompt].length;
    const vizData = Array.from({ length: drawn }, (_, i) => ({
      ...this.#viz(written.view(i), prompted + i), probs: Array.from(written.chances(i)),
    }));
    return { text: written.text(), tokens, vizData };
  }

  #viz(flat, position) {
    let at = 0;
    const next = count => Array.from(flat.subarray(at, at += count));
    const { nEmbd, nHead, nLayer } = this.config;
    const viz = { embedding: next(nEmbd), attentionWeights: [], mlpActivations: [] };
    for (let layer = 0; layer < nLayer; layer++) {
      viz.attentionWeights.push(Array.from({ length: nHead }, () => next(position + 1)));
      viz.mlpActivations.push(next(4 * nEmbd));
    }
    return viz;
  }

  #mustBeInitialized() {
    if (!this.initialized) throw new Error('the model has no weights yet: call loadData and initParams first');
  }

  getLossHistory() { return Array.from(this.#java.losses()); }
  getConfig() { return { ...this.config, vocabSize: this.vocabSize, numDocs: this.docs.length }; }

  getEmbeddings() {
    this.#mustBeInitialized();
    const wte = this.#java.matrix(0);
    return Array.from({ length: this.vocabSize }, (_, tokenId) => ({
      tokenId,
      char: tokenId === this.BOS ? '<BOS>' : this.uchars[tokenId],
      embedding: Array.from({ length: wte.columns() }, (_, c) => wte.get(tokenId, c)),
    }));
  }

  get rng() { return this.#rng ??= new SeededRandom({ [kept]: this.#java.draws(), seed: this.#seed }); }
  get lossHistory() { return this.getLossHistory(); }
  get step() { return this.initialized ? this.#java.losses().length : 0; }
  get m() { return this.#moments(0); }
  get v() { return this.#moments(1); }

  #moments(which) {
    if (!this.initialized) return [];
    const both = this.#java.moments();
    return Array.from(both.subarray(which * both.length / 2, (which + 1) * both.length / 2));
  }

  /** Every matrix by the name it has in microgpt.py; its rows of weights have data and grad. */
  get stateDict() {
    if (!this.initialized) return {};
    return this.#stateDict ??= this.#collect();
  }

  get params() { return Object.values(this.stateDict).flat(2); }

  #collect() {
    const h = this.#java;
    const width = this.config.nEmbd;
    const named = {};
    let index = 0;
    for (let i = 0; i < h.matrixCount(); i++) {
      const matrix = h.matrix(i);
      const rows = Array.from({ length: matrix.rows() }, (_, r) => Array.from({ length: matrix.columns() }, (_, c) =>
        h.isScalar() ? held(h.weight(index++)) : new Weight(matrix, r, c)));
      const [, layer, part] = /^blocks\.(\d+)\.(.+)$/.exec(matrix.name()) ?? [null, null, matrix.name()];
      const prefix = layer === null ? '' : `layer${layer}.`;
      if (part === 'qkv') {
        ['attn_wq', 'attn_wk', 'attn_wv'].forEach((name, k) => {
          named[prefix + name] = rows.slice(k * width, (k + 1) * width);
        });
      } else {
        named[prefix + matrixNames[part]] = rows;
      }
    }
    return named;
  }
}

/** A weight of the float32 engine; its gradient is gone once it was learned from. */
class Weight {
  #matrix;
  #row;
  #column;

  constructor(matrix, row, column) {
    this.#matrix = matrix;
    this.#row = row;
    this.#column = column;
  }

  get data() { return this.#matrix.get(this.#row, this.#column); }
  set data(changed) { this.#matrix.set(this.#row, this.#column, changed); }
  get grad() { return 0; }
}

function shapeOf(nEmbd, nHead, nLayer, blockSize) {
  return { nEmbd, nHead, nLayer, blockSize, headDim: nEmbd / nHead };
}

// ---- a GPT that learns a stream while reading it

const snake = key => key.replace(/[A-Z]/g, letter => '_' + letter.toLowerCase());

function settings(options, prefix = '') {
  return Object.entries(options).flatMap(([key, value]) => {
    const dotted = prefix + snake(key);
    return value !== null && typeof value === 'object' ? settings(value, dotted + '.') : [`${dotted}=${value}`];
  });
}

const bytesOf = data => {
  if (typeof data === 'string') data = new TextEncoder().encode(data);
  if (data instanceof ArrayBuffer) return new Int8Array(data);
  if (ArrayBuffer.isView(data)) return new Int8Array(data.buffer, data.byteOffset, data.byteLength);
  return Int8Array.from(data);
};

export class OnlineGPT {
  #java;

  /** recipe: 'seed', 'tiny' or 'small'; every other option is a key of the recipe. */
  constructor({ recipe = 'tiny', ...changes } = {}) {
    if (changes[kept]) {
      this.#java = changes[kept];
      return;
    }
    if (!(recipe in recipes)) {
      throw new RangeError(`recipe ${recipe} must be one of ${Object.keys(recipes).join(', ')}`);
    }
    this.#java = java.online(java.recipeWith(recipes[recipe], settings(changes).join('\n')));
  }

  /** The model that save() was called on. */
  static load(saved) { return new OnlineGPT({ [kept]: java.savedOnline(bytesOf(saved)) }); }

  /** Everything, the stream included. */
  save() { return new Uint8Array(this.#java.save().buffer); }

  /** Reads the next bytes of the stream, a string as UTF-8; returns what each cost in bits before it was learned. */
  observe(data) { return this.#java.observe(bytesOf(data)); }

  /** The chance of each value of the next byte. */
  predict() { return this.#java.predict(); }

  /** Continues the stream by some bytes, which are not learned. */
  sample(options = {}) {
    const { length, temperature, topK, topP, seed } =
      checked(options, { length: 100, temperature: 0.8, topK: 0, topP: 1, seed: 1 });
    return new Uint8Array(this.#java.sample(length, temperature, topK, topP, seed).buffer);
  }

  /** Changes keys of the recipe that can change while running. */
  tune(changes) { this.#java.tune(settings(changes).join('\n')); }

  /** The recipe in force. */
  get recipe() { return JSON.parse(this.#java.recipe()); }

  metrics() {
    const [bytes, steps, bitsPerByte, fast, slow, codeLengthBytes, order0, order2, skipped, replayed, boosted, clipped,
      learningRate, gradientNorm, parameters, singleTouch] = this.#java.metrics();
    return {
      bytes, steps, bitsPerByte, fast, slow, codeLengthBytes, order0, order2, skipped, replayed, boosted, clipped,
      learningRate, gradientNorm, parameters, prequential: true, singleTouch: singleTouch === 1,
    };
  }
}
