// A GPT that learns a stream while reading it.
import { bytesOf, checked, gone, java, kept, recipes, watched } from './java.js';

const standard = { backend: 'simd' };
const snake = key => key.replace(/[A-Z]/g, letter => '_' + letter.toLowerCase());

function settings(options, prefix = '') {
  return Object.entries(options).flatMap(([key, value]) => {
    const dotted = prefix + snake(key);
    return value !== null && typeof value === 'object' ? settings(value, dotted + '.') : [`${dotted}=${value}`];
  });
}

function recipeOf(recipe, changes) {
  if (!(recipe in recipes)) {
    throw new RangeError(`recipe ${recipe} must be one of ${Object.keys(recipes).join(', ')}`);
  }
  return java.recipeWith(recipes[recipe], settings(changes).join('\n'));
}

export class OnlineGPT {
  #java;

  /** recipe: 'seed', 'tiny' or 'small'; every other option is a key of the recipe. */
  constructor({ recipe = 'tiny', backend, ...changes } = {}) {
    if (changes[kept]) {
      this.#java = watched(this, changes[kept]);
      return;
    }
    ({ backend } = checked({ backend }, standard));
    this.#java = watched(this, java.online(recipeOf(recipe, changes), backend));
  }

  /**
   * The bytes as a file of about as many bits as they cost the recipe, whose mixture must be on; computed in plain Java
   * arithmetic, which every machine repeats.
   */
  static encode(data, { recipe = 'tiny', ...changes } = {}) {
    return new Uint8Array(java.encode(recipeOf(recipe, changes), bytesOf(data)).buffer);
  }

  /** The bytes that such a file was made of, to the bit; or an error that says what is wrong with it. */
  static decode(file) { return new Uint8Array(java.decode(bytesOf(file)).buffer); }

  /** The model that save() was called on. */
  static load(saved, options = {}) {
    return new OnlineGPT({ [kept]: java.savedOnline(bytesOf(saved), checked(options, standard).backend) });
  }

  /** What computes: 'simd' or 'java'. */
  get backend() { return this.#java.backend(); }

  /** Gives the memory back at once; the model is of no use afterwards. */
  dispose() {
    this.#java.release();
    this.#java = gone;
  }

  /** Everything, the stream included. */
  save() { return new Uint8Array(this.#java.save().buffer); }

  /** Reads the next bytes of the stream, a string as UTF-8; returns what each cost in bits before it was learned. */
  observe(data) { return this.#java.observe(bytesOf(data)); }

  /** What each byte of the latest observe() cost each predictor, in bits, by name: mixture, transformer, counts. */
  get latestBits() {
    const bits = {};
    for (const name of this.#java.predictors().split(',')) {
      const costs = this.#java.latestBits(name);
      if (costs.length > 0 && !costs.every(Number.isNaN)) bits[name] = costs;
    }
    return bits;
  }

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
    const [bytes, steps, bitsPerByte, fast, slow, codeLengthBytes, skipped, replayed, boosted, clipped, learningRate,
      gradientNorm, parameters, prequential, singleTouch, ...means] = this.#java.metrics();
    const scores = {};
    this.#java.predictors().split(',').forEach((name, i) => {
      if (!Number.isNaN(means[i])) scores[name] = means[i];
    });
    const { order0 = NaN, order2 = NaN } = scores;
    return {
      bytes, steps, bitsPerByte, fast, slow, codeLengthBytes, order0, order2, scores, skipped, replayed, boosted, clipped,
      learningRate, gradientNorm, parameters, prequential: prequential === 1, singleTouch: singleTouch === 1,
    };
  }
}
