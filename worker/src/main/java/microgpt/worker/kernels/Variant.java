package microgpt.worker.kernels;

import microgpt.worker.wasm.Expr;

/** The two instruction sets that every kernel is built for. */
enum Variant {
    /** SIMD128 as standardized in 2021: the same bits on every machine. */
    PLAIN(5),
    /** With fused multiply-add where the machine has it: faster, and the last bit depends on the machine. */
    RELAXED(6);

    /**
     * The rows of a tile: two vectors of sums for each, two of B, one of A and, where product and sum are two
     * instructions, one product must fit the 15 vector registers that V8 leaves on x64.
     */
    final int tileRows;

    Variant(int tileRows) {
        this.tileRows = tileRows;
    }

    Expr multiplyAdd(Expr a, Expr b, Expr sum) {
        return this == RELAXED ? a.relaxedMultiplyAdd(b, sum) : sum.plus(a.times(b));
    }
}
