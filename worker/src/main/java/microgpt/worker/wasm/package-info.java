/** A small WebAssembly assembler: run at build time, it writes modules byte by byte. */
package microgpt.worker.wasm;
