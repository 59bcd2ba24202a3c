package microgpt.corpus;

import microgpt.numeric.Rng;

/** Windows from random places of a stretch of text: each input token has the token after it as its target. */
public final class BatchSampler {
    private final ByteStream text;
    private final long from;
    private final int places;
    private final int length;
    private final Rng rng;
    private final byte[] bytes;

    /** Draws windows of {@code length} tokens, and one more as the last target, from {@code from} up to {@code to}. */
    public BatchSampler(ByteStream text, long from, long to, int length, Rng rng) {
        checkEnough(to - from, length);
        long room = to - from - length;
        this.text = text;
        this.from = from;
        this.places = (int) Math.min(room, Integer.MAX_VALUE);
        this.length = length;
        this.rng = rng;
        this.bytes = new byte[length + 1];
    }

    /** @throws IllegalArgumentException if no window can be drawn from so many bytes */
    public static void checkEnough(long bytes, int length) {
        if (bytes <= length) {
            throw new IllegalArgumentException("the " + bytes + " bytes to draw windows from must be at least "
                    + (length + 1) + ": a window of " + length + " and one more");
        }
    }

    /** Where the next window begins; each place is equally likely. */
    public long draw() {
        return from + rng.nextInt(places);
    }

    /** Reads the window at {@code start} into row {@code row} of a batch. */
    public void read(long start, int row, int[] inputs, int[] targets) {
        text.read(start, bytes, 0, length + 1);
        for (int t = 0; t < length; t++) {
            inputs[row * length + t] = bytes[t] & 0xff;
            targets[row * length + t] = bytes[t + 1] & 0xff;
        }
    }

    /** Where the {@code index}th of {@code count} windows begins that are spread evenly: the same ones every time. */
    public long evenly(int index, int count) {
        return count == 1 ? from : from + (long) index * (places - 1) / (count - 1);
    }

    /** Tokens in a window. */
    public int length() {
        return length;
    }

    /** What the order of the windows to come depends on. */
    public Rng rng() {
        return rng;
    }
}
