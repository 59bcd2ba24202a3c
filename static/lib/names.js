// A GPT that learns texts.
import { bytesOf, checked, choices, gone, java, kept, watched } from './java.js';
import { SeededRandom, held } from './value.js';

const standard = {
  seed: 42, nEmbd: 16, nHead: 4, nLayer: 1, blockSize: 16, learningRate: 0.01, numSteps: 1000,
  engine: 'float64', random: 'microgptjs', backend: 'simd', batch: 1,
};
const matrixNames = {
  wte: 'wte', wpe: 'wpe', lmHead: 'lm_head', proj: 'attn_wo', up: 'mlp_fc1', down: 'mlp_fc2',
};

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
    this.#java = watched(this, java.names(
      o.seed, o.random === 'python', o.engine === 'float32', o.backend, o.nLayer, o.nHead, o.nEmbd, o.blockSize));
    this.config = shapeOf(o.nEmbd, o.nHead, o.nLayer, o.blockSize);
    Object.assign(this, {
      learningRate: o.learningRate, beta1: 0.85, beta2: 0.99, epsAdam: 1e-8, numSteps: o.numSteps, batch: o.batch,
      initialized: false, docs: [], uchars: [], BOS: 0, vocabSize: 0,
    });
  }

  /** The model that save() was called on. */
  static load(saved, options = {}) {
    const { backend } = checked(options, { backend: 'simd' });
    return new MicroGPT({ [kept]: java.savedNames(bytesOf(saved), backend) });
  }

  #adopt(h) {
    this.#java = watched(this, h);
    const [seed, float32, layers, heads, width, context] = h.shape();
    [this.learningRate, this.beta1, this.beta2, this.epsAdam, this.numSteps, this.batch] = h.learning();
    this.#seed = seed;
    this.engine = choices.engine[float32];
    this.config = shapeOf(width, heads, layers, context);
    this.initialized = true;
    this.#readVocabulary();
  }

  /** What computes: 'simd' or 'java'. */
  get backend() { return this.#java.backend(); }

  /** Gives the memory back at once; the model is of no use afterwards. */
  dispose() {
    this.#java.release();
    this.#java = gone;
  }

  save() { return new Uint8Array(this.#java.save().buffer); }

  loadData(lines) {
    this.#java.read(lines.split('\n').map(line => line.trim()).join('\n'));
    this.initialized = this.#java.hasWeights();
    if (!this.initialized) this.#stateDict = null;
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
    this.#rng = undefined;
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
        h.isScalar() ? held(h.weight(index++)) : new Weight(this, matrix, r, c)));
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
  #model; // as long as it is held, its memory stays
  #matrix;
  #row;
  #column;

  constructor(model, matrix, row, column) {
    this.#model = model;
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
