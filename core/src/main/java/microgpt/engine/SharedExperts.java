package microgpt.engine;

import java.util.List;
import microgpt.numeric.Bits;
import microgpt.numeric.DoubleMath;
import microgpt.numeric.Nullable;
import microgpt.numeric.Snapshot;
import microgpt.predict.BestSequence;
import microgpt.predict.FixedShare;

/**
 * Two whole experts tracked by fixed share, beside the mixture that looks into them: the counts and the transformer, or the
 * transformer with and without its cache. What that cost, and the most that it can have cost, are scores of their own.
 */
final class SharedExperts {
    private static final int MOST_SWITCHES = 64;
    /** Nobody may hold impossible what came. */
    private static final double LEAST = 1e-300;

    private FixedShare.Settings settings;
    private List<Predictor> experts = List.of();
    private @Nullable FixedShare shared;
    private BestSequence best = new BestSequence(1, 0);
    private double bound;
    private final double[] chances = new double[2];

    SharedExperts(FixedShare.Settings settings) {
        this.settings = settings;
    }

    /** Those of {@code present} are tracked from the next byte on; others than before begin anew. */
    void tune(FixedShare.Settings changed, List<Predictor> present) {
        List<Predictor> found = List.of();
        if (changed.enabled() && present.contains(Predictor.COUNTS)) {
            boolean cached = present.contains(Predictor.CACHE);
            found = List.of(cached ? Predictor.CACHE : Predictor.TRANSFORMER, Predictor.COUNTS);
        } else if (changed.enabled() && present.contains(Predictor.CACHE)) {
            found = List.of(Predictor.CACHE, Predictor.TRANSFORMER);
        }
        if (!found.equals(experts) || changed.share() != settings.share()) {
            experts = found;
            bound = 0;
            shared = found.isEmpty() ? null : new FixedShare(found.size(), changed.share());
            best = new BestSequence(Math.max(1, found.size()), MOST_SWITCHES);
        }
        settings = changed;
    }

    boolean isOn() {
        return shared != null;
    }

    /** Charges for byte {@code k}, which {@code result} has the experts' costs of. */
    void charge(StepResult result, int k) {
        FixedShare tracker = shared;
        if (tracker == null) {
            return;
        }
        for (int i = 0; i < chances.length; i++) {
            double nats = Bits.toNats(result.bits(experts.get(i), k));
            chances[i] = Math.max(DoubleMath.exp(-nats), LEAST);
        }
        result.cost(Predictor.FIXED_SHARE, k, tracker.observe(chances));
        best.observe(chances);
        double now = best.bound(tracker);
        result.cost(Predictor.FIXED_SHARE_BOUND, k, now - bound);
        bound = now;
    }

    void save(Snapshot into) {
        FixedShare tracker = shared;
        if (tracker != null) {
            tracker.save(into);
            best.save(into.part("best"));
        }
    }

    /** Goes on after at most {@code position} bytes. */
    void restore(Snapshot from, long position) {
        FixedShare tracker = shared;
        if (tracker != null) {
            tracker.restore(from, position);
            best.restore(from.part("best"));
            bound = tracker.observed() == 0 ? 0 : best.bound(tracker);
        }
    }
}
