// A small GPT that learns texts, and one that learns a stream while reading it. The arithmetic is Java, compiled to
// WebAssembly; these modules give it the shapes of JavaScript. See README.md.
export { SeededRandom, Value, linear, rmsnorm, softmax } from './value.js';
export { MicroGPT } from './names.js';
export { OnlineGPT } from './online.js';
