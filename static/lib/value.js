// Numbers that remember what they were computed from, and random numbers.
import { java, kept } from './java.js';

const handles = new WeakMap();
const handle = value => handles.get(value);

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
export const held = h => new Value({ [kept]: h });

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
