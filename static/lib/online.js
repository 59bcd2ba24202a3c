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

export class OnlineGPT {
  #java;

  /** recipe: 'seed', 'tiny' or 'small'; every other option is a key of the recipe. */
  constructor({ recipe = 'tiny', backend, ...changes } = {}) {
    if (changes[kept]) {
      this.#java = watched(this, changes[kept]);
      return;
    }
    ({ backend } = checked({ backend }, standard));
    if (!(recipe in recipes)) {
      throw new RangeError(`recipe ${recipe} must be one of ${Object.keys(recipes).join(', ')}`);
    }
    const json = java.recipeWith(recipes[recipe], settings(changes).join('\n'));
    this.#java = watched(this, java.online(json, backend));
  }

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
