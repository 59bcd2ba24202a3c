/** The back end that computes in WebAssembly SIMD: memory outside Java's, and kernels called as native methods. */
package microgpt.worker.simd;
