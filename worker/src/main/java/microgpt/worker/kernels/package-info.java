/** The kernels of the SIMD back end, written with the assembler; run at build time, never in the browser. */
package microgpt.worker.kernels;
