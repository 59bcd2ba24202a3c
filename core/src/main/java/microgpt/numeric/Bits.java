package microgpt.numeric;

/** The one conversion between nats, in which losses are computed, and bits, in which a reader sees them. */
public final class Bits {
    /** ln 2. */
    private static final double NATS_PER_BIT = 0.6931471805599453;

    /** log2 e, which is 1 / ln 2 to the last bit. */
    private static final double BITS_PER_NAT = 1.4426950408889634;

    private Bits() {}

    /** {@code nats} in bits. */
    public static double ofNats(double nats) {
        return nats * BITS_PER_NAT;
    }

    /** {@code bits} in nats. */
    public static double toNats(double bits) {
        return bits * NATS_PER_BIT;
    }
}
