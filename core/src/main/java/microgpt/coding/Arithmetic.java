package microgpt.coding;

import microgpt.numeric.Nullable;

/** What computed the predictions of a file. Whoever decodes must compute by the same: the last bit counts. */
enum Arithmetic {
    /** Nothing was predicted: the bytes stand as they are. */
    STORED(0, "no prediction at all"),
    /** Floats of 32 bits, each operation rounded, in the order of the Java code. */
    PLAIN(1, "plain 32-bit floats");

    final int id;
    final String words;

    Arithmetic(int id, String words) {
        this.id = id;
        this.words = words;
    }

    static @Nullable Arithmetic of(int id) {
        for (Arithmetic arithmetic : values()) {
            if (arithmetic.id == id) {
                return arithmetic;
            }
        }
        return null;
    }
}
