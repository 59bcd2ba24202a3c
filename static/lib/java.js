// The library's Wasm module, loaded: its exports as `java`; and what the other modules of the library share.
import { letThrough } from './early.js';
import { loadKernels } from './kernels.js';
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
const program = async () => {
  const [bytes, kernels] = await Promise.all([
    read('microgpt.wasm'), loadKernels(async name => WebAssembly.compile(await read(name))),
  ]);
  const { exports } = await load(bytes, { installImports: imports => { imports.kernels = kernels; } });
  await new Promise(opened => exports.open(opened));
  return exports;
};
const recipe = async name => [name, text(await read(`online.${name}.json`))];

export const [java, recipes] = await Promise.all([
  program(), Promise.all(['seed', 'tiny', 'small', 'best'].map(recipe)).then(Object.fromEntries),
]).finally(letThrough);

/** Marks an argument of a constructor as a handle on something that exists already. */
export const kept = Symbol('a handle that exists already');

// Models share the memory of the kernels, which no collector tidies: each model's part is given back by dispose(), or
// some time after nobody holds the model any more.
const forgotten = new FinalizationRegistry(handle => handle.release());
export const watched = (model, handle) => {
  forgotten.register(model, handle);
  return handle;
};

/** What is left of a model that was disposed of. */
export const gone = new Proxy({}, { get() { throw new Error('this model was disposed of'); } });

export const choices = {
  engine: ['float64', 'float32'], random: ['microgptjs', 'python'], backend: ['simd', 'java'],
};

const whole = ['nEmbd', 'nHead', 'nLayer', 'blockSize', 'numSteps', 'batch', 'topK', 'length'];

/** The known options, with those given; refuses others. */
export function checked(options, known) {
  for (const key of Object.keys(options)) {
    if (!(key in known)) throw new RangeError(`unknown option ${key}, expected one of ${Object.keys(known).join(', ')}`);
    if (whole.includes(key) && options[key] != null && !Number.isSafeInteger(options[key])) {
      throw new RangeError(`${key} ${String(options[key])} must be a whole number`);
    }
    if (key in choices && !choices[key].includes(options[key] ?? known[key])) {
      throw new RangeError(`${key} ${options[key]} must be ${choices[key].join(' or ')}`);
    }
  }
  return Object.fromEntries(Object.keys(known).map(key => [key, options[key] ?? known[key]]));
}

/** A text or any kind of bytes, as Java takes them. */
export const bytesOf = data => {
  if (typeof data === 'string') data = new TextEncoder().encode(data);
  if (data instanceof ArrayBuffer) return new Int8Array(data);
  if (ArrayBuffer.isView(data)) return new Int8Array(data.buffer, data.byteOffset, data.byteLength);
  if (!Array.isArray(data)) throw new TypeError(`${String(data)} must be a string, bytes or an array of bytes`);
  return Int8Array.from(data);
};
