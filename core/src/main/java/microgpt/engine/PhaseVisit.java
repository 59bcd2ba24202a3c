package microgpt.engine;

import microgpt.numeric.Ema;
import microgpt.numeric.Nullable;
import microgpt.numeric.Snapshot;

/** The score of one stretch of a stream, in bits per byte, as far as it was read. */
public final class PhaseVisit {
    /** What counts as the beginning of a visit. */
    public static final int FIRST_BYTES = 1000;

    private final String name;
    private final int visit;
    private final long start;
    private final Ema now = Ema.over(Meter.FAST_BYTES);
    private @Nullable SettlingCurve curve = new SettlingCurve();
    private long recovery = -1;
    private long bytes;
    private double bits;
    private double firstBits;

    PhaseVisit(String name, int visit, long start) {
        this.name = name;
        this.visit = visit;
        this.start = start;
    }

    void add(double cost) {
        if (bytes < FIRST_BYTES) {
            firstBits += cost;
        }
        bytes++;
        bits += cost;
        now.add(cost);
        if (curve != null) {
            curve.add(now.value());
        }
    }

    /** Nothing follows: what is known of its course will not change, and need not be held. */
    void end() {
        recovery = recoveryBytes();
        curve = null;
    }

    public String name() {
        return name;
    }

    /** How often a phase of this name was begun, this time included. */
    public int visit() {
        return visit;
    }

    /** Where in the stream it was begun. */
    public long start() {
        return start;
    }

    /** How many of its bytes were read. */
    public long bytes() {
        return bytes;
    }

    /** The mean over the visit. */
    public double mean() {
        return bits / bytes;
    }

    /** The mean over its first {@link #FIRST_BYTES} bytes, or what was read of them. */
    public double first() {
        return firstBits / Math.min(bytes, FIRST_BYTES);
    }

    /** The moving average over the last {@link Meter#FAST_BYTES} bytes of the visit, or so. */
    public double now() {
        return now.value();
    }

    /**
     * How many bytes passed until the moving average first was within 5 % of where it settled, its mean over the last
     * quarter; -1 while that cannot be said, because the visit is short or the average is still falling.
     */
    public long recoveryBytes() {
        return curve == null ? recovery : curve.recovery();
    }

    void save(Snapshot into) {
        into.putText("name", name);
        into.put("counts", visit, start, bytes);
        into.put("bits", bits, firstBits);
        into.put("now", now.state());
        if (curve == null) {
            into.put("recovery", recovery);
        } else {
            curve.save(into.part("curve"));
        }
    }

    /** The visit that begins at {@code start} of a stream read up to {@code position}, after {@code earlier} visits. */
    static PhaseVisit restore(Snapshot from, long start, long position, int earlier) {
        from.longs("counts", 3);
        int number = (int) from.whole("counts", 0, 1, earlier + 1L);
        PhaseVisit visit = new PhaseVisit(from.text("name"), number, from.whole("counts", 1, start, start));
        visit.bytes = from.whole("counts", 2, 1, position - start);
        double most = Meter.MOST_BITS * visit.bytes;
        from.doubles("bits", 2);
        visit.bits = from.number("bits", 0, -most, most);
        visit.firstBits = from.number("bits", 1, -most, most);
        from.restore("now", visit.now);
        if (from.has("recovery")) {
            from.longs("recovery", 1);
            visit.recovery = from.whole("recovery", 0, -1, visit.bytes);
            visit.curve = null;
        } else {
            SettlingCurve curve = new SettlingCurve();
            curve.restore(from.part("curve"));
            visit.curve = curve;
        }
        return visit;
    }
}
