package microgpt.worker.train;

import microgpt.baseline.CountModel;
import microgpt.corpus.ByteStream;
import microgpt.numeric.Bits;

/** How well counting predicts the text that a run is validated on: levels to hold its losses against. */
final class CountingBaselines {
    private static final int MOST_READ = 1_000_000;
    private static final int MOST_SCORED = 100_000;

    private CountingBaselines() {}

    /**
     * Nats per byte of a counting model of an order, which reads the last million bytes before {@code cut} and then predicts
     * up to a hundred thousand after it, learning on; NaN if there is none.
     */
    static double of(int order, ByteStream text, long cut) {
        CountModel counts = new CountModel(order);
        for (long at = Math.max(0, cut - MOST_READ); at < cut; at++) {
            counts.observe(text.at(at));
        }
        long end = Math.min(text.size(), cut + MOST_SCORED);
        double bits = 0;
        for (long at = cut; at < end; at++) {
            bits += counts.bits(text.at(at));
            counts.observe(text.at(at));
        }
        return end > cut ? Bits.toNats(bits / (end - cut)) : Double.NaN;
    }
}
