package microgpt.engine;

import microgpt.numeric.Ema;
import microgpt.numeric.Snapshot;

/** What one predictor was charged, in bits per byte: over all bytes that it predicted, and of late. */
public final class Score {
    private final Predictor of;
    private final Ema fast = Ema.over(Meter.FAST_BYTES);
    private final Ema slow = Ema.over(Meter.SLOW_BYTES);
    private final Ema share = Ema.over(Meter.SLOW_BYTES);
    private long bytes;
    private double bits;

    Score(Predictor of) {
        this.of = of;
    }

    void add(double cost) {
        bytes++;
        bits += cost;
        fast.add(cost);
        slow.add(cost);
    }

    /** A byte's part in the mixture's logits; NaN if it is not mixed in, which forgets what was. */
    void addShare(double part) {
        if (Double.isNaN(part)) {
            share.reset();
        } else {
            share.add(part);
        }
    }

    /** Whose score it is. */
    public Predictor of() {
        return of;
    }

    /** How many bytes it predicted: fewer than were read if it joined later. */
    public long bytes() {
        return bytes;
    }

    /** The length of its code for those bytes, in bits. */
    public double bits() {
        return bits;
    }

    /** The mean of all; NaN before the first byte, like the following. */
    public double mean() {
        return bits / bytes;
    }

    /** The moving average over the last {@link Meter#FAST_BYTES} bytes or so. */
    public double fast() {
        return fast.value();
    }

    /** The moving average over the last {@link Meter#SLOW_BYTES} bytes or so. */
    public double slow() {
        return slow.value();
    }

    /** The part of it in the mixture's logits, a moving average over as many bytes; NaN if it is not mixed in. */
    public double share() {
        return share.value();
    }

    void save(Snapshot into) {
        into.put("bytes", bytes);
        into.put("bits", bits);
        into.put("fast", fast.state());
        into.put("slow", slow.state());
        into.put("share", share.state());
    }

    /** Goes on from what was saved after {@code position} bytes. */
    void restore(Snapshot from, long position) {
        from.longs("bytes", 1);
        bytes = from.whole("bytes", 0, 0, position);
        from.doubles("bits", 1);
        double most = Meter.MOST_BITS * bytes;
        bits = from.number("bits", 0, -most, most);
        from.restore("fast", fast);
        from.restore("slow", slow);
        from.restore("share", share);
    }

    /** Takes over a sum that was saved without its moving averages, which begin anew. */
    void restore(long count, double sum) {
        bytes = count;
        bits = sum;
    }
}
