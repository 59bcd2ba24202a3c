/** Measures and checks the back ends in the browser: a second role of the worker's Wasm, chosen by the worker's name. */
package microgpt.worker.bench;
