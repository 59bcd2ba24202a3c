package microgpt.web.race;

/**
 * How far each contender may read: nobody is more than two blocks ahead of the slowest, so that a fast one waits and a slow
 * one never does.
 */
final class Lockstep {
    /** About a paragraph. */
    static final int BLOCK_BYTES = 256;

    private final long[] positions;

    Lockstep(int contenders) {
        positions = new long[contenders];
    }

    /** A contender has read so many bytes. */
    void reached(int contender, long position) {
        positions[contender] = Math.max(positions[contender], position);
    }

    long position(int contender) {
        return positions[contender];
    }

    /** How much all have read. */
    long least() {
        long least = Long.MAX_VALUE;
        for (long position : positions) {
            least = Math.min(least, position);
        }
        return least;
    }

    /** Where everyone may read to, if the pace allows {@code allowed} bytes. */
    long target(long allowed) {
        return Math.min(allowed, (least() / BLOCK_BYTES + 2) * BLOCK_BYTES);
    }
}
