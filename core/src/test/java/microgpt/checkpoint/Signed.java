package microgpt.checkpoint;

import java.nio.charset.StandardCharsets;
import microgpt.numeric.Sha256;

/** Files that were spoilt and then given the hash of what they became, so that a reader looks beyond it. */
final class Signed {
    private Signed() {}

    /** The same bytes with their hash; as they are if there is no place for one. */
    static byte[] signed(byte[] spoilt) {
        long header = spoilt.length < 8 ? -1 : LittleEndian.getLong(spoilt, 0);
        int end = (int) Math.max(0, Math.min(header + 8, spoilt.length));
        int place = TensorFileWriter.placeOfHash(spoilt, end);
        if (place < 0) {
            return spoilt;
        }
        byte[] zeros = TensorFileWriter.NO_HASH.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(zeros, 0, spoilt, place, zeros.length);
        byte[] hash = Sha256.of(spoilt).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(hash, 0, spoilt, place, hash.length);
        return spoilt;
    }
}
