package microgpt.web.explore;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import microgpt.protocol.Bytes;
import microgpt.protocol.Floats;

/** The text in a field as bytes, what each cost, as far as that is known, and which of them the model wrote itself. */
final class TypedText {
    private byte[] bytes = {};
    private float[] bits = {};
    private boolean[] written = {};
    private int charged;

    /**
     * The field now holds {@code text}: what is the same from the beginning on keeps its charge, the rest has none yet. The
     * answer is how many bytes are the same.
     */
    int become(String text) {
        byte[] now = text.getBytes(StandardCharsets.UTF_8);
        String before = shown();
        if (text.startsWith(before)) { // what was no UTF-8 stays what it was
            byte[] added = text.substring(before.length()).getBytes(StandardCharsets.UTF_8);
            now = Arrays.copyOf(bytes, bytes.length + added.length);
            System.arraycopy(added, 0, now, bytes.length, added.length);
        }
        int same = 0;
        while (same < Math.min(now.length, bytes.length) && now[same] == bytes[same]) {
            same++;
        }
        keep(same, now);
        return same;
    }

    /** The model has written {@code piece} after it. */
    void append(Bytes piece) {
        int before = bytes.length;
        byte[] joined = Arrays.copyOf(bytes, before + piece.size());
        System.arraycopy(piece.toArray(), 0, joined, before, piece.size());
        keep(before, joined);
        Arrays.fill(written, before, joined.length, true);
    }

    private void keep(int same, byte[] now) {
        charged = Math.min(charged, same);
        bits = Arrays.copyOf(Arrays.copyOf(bits, charged), now.length);
        Arrays.fill(bits, charged, now.length, Float.NaN);
        written = Arrays.copyOf(Arrays.copyOf(written, same), now.length);
        bytes = now;
    }

    /** Everything is to be charged again: the model is another. */
    void forgetCharges() {
        charged = 0;
        Arrays.fill(bits, Float.NaN);
    }

    /** The bytes from {@code from} on cost that many bits; what is charged already stays, and there is no gap before the rest. */
    void charge(int from, Floats costs) {
        int end = from + costs.size();
        if (from > charged || end > bytes.length) {
            return;
        }
        for (int i = charged; i < end; i++) {
            bits[i] = costs.at(i - from);
        }
        charged = Math.max(charged, end);
    }

    Bytes bytes() {
        return Bytes.of(bytes);
    }

    int size() {
        return bytes.length;
    }

    /** How many bytes, from the first on, have a charge. */
    int charged() {
        return charged;
    }

    /** What {@code count} bytes from {@code at} on cost together; NaN while that is not known. */
    double bits(int at, int count) {
        double sum = 0;
        for (int i = at; i < at + count; i++) {
            sum += bits[i];
        }
        return sum;
    }

    /** The mean of all that have a charge, in bits per byte; NaN before the first. */
    double mean() {
        return bits(0, charged) / charged;
    }

    /** Whether the model wrote that byte. */
    boolean isWritten(int at) {
        return written[at];
    }

    /** All of it as a field can hold it: where the model wrote what is no UTF-8, a replacement mark. */
    String shown() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
