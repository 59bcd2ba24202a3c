package microgpt.worker.kernels;

/** Where the kernels keep their constants and their scratch: the first pages of the memory, by byte address. */
final class Layout {
    /** 64 bytes of zeros: what a product starts from when nothing is to be added to. */
    static final int ZEROS = 64;
    /** Masks of 4 ints: that at {@code MASKS + 16 - 4 n} keeps the first n lanes, 0 <= n <= 4. */
    static final int MASKS = 128;
    /** A tile whose columns go beyond the matrix, before its valid columns are copied. */
    static final int TILE = 256;

    static final int CONSTANTS = 512;

    /** One block of B in panels of 8 columns. */
    static final int PANELS = 1024;

    static final int BLOCK_COLUMNS = 512;
    static final int BLOCK_DEPTH = 256;

    /** The first address that is not the kernels' own. Packing may overshoot a block by less than 128 bytes. */
    static final int END = PANELS + 4 * BLOCK_COLUMNS * BLOCK_DEPTH + 128;

    private Layout() {}
}
