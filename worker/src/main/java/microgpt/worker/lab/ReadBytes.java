package microgpt.worker.lab;

import microgpt.corpus.ByteStream;
import microgpt.protocol.Bytes;

/** How often a run has read each byte, counted when asked; of a stream that is not held whole, from where it was first asked. */
final class ReadBytes {
    private static final int BYTES = 256;
    /** So many bytes behind a run are held in any case. */
    private static final int HELD = 1 << 14;

    private final byte[] piece = new byte[HELD];
    private long[] counts = new long[BYTES];
    private long position;

    /** For each byte 0 if it never was read before {@code upTo}, else 1 plus the binary logarithm, rounded down. */
    Bytes levels(ByteStream stream, long upTo) {
        if (upTo < position) {
            counts = new long[BYTES];
            position = 0;
        }
        if (!stream.isWhole()) {
            position = Math.max(position, upTo - HELD);
        }
        while (position < upTo) {
            int length = (int) Math.min(HELD, upTo - position);
            stream.read(position, piece, 0, length);
            for (int i = 0; i < length; i++) {
                counts[piece[i] & 0xff]++;
            }
            position += length;
        }
        byte[] levels = new byte[BYTES];
        for (int b = 0; b < BYTES; b++) {
            levels[b] = (byte) (Long.SIZE - Long.numberOfLeadingZeros(counts[b]));
        }
        return Bytes.of(levels);
    }
}
