package microgpt.worker.lab;

import java.util.Map;
import microgpt.config.OnlineRecipe;
import microgpt.engine.Predictor;
import microgpt.engine.PrequentialEngine;
import microgpt.engine.StepResult;
import microgpt.numeric.Ema;
import microgpt.numeric.Nullable;
import microgpt.protocol.lab.LabReport;

/**
 * Whether the transformer of a run still learns, and what it was while it did. Only the transformer can diverge: counts, and
 * the mixture with them, hide it from the score. A run that looks back here is not changed, to the bit.
 */
final class Soundness {
    /** A transformer that needs more has diverged: knowing nothing costs 8. */
    static final double MOST_BITS = 10;

    private static final double RECOVERED_BITS = 8;
    /** A jump where a text of another kind begins is over much sooner. */
    private static final int AVERAGED_BYTES = 2048;

    private static final int LEAST_BYTES = 512;
    /** How far apart safe points are taken; the older of two is gone back to, which is at least as far from the trouble. */
    private static final int EVERY_BYTES = 16_384;
    /** A larger model has none: two of them hold eight times its weights. */
    private static final int MOST_PARAMETERS = 2_000_000;

    private final Ema bits = Ema.over(AVERAGED_BYTES);
    private @Nullable SafePoint older;
    private @Nullable SafePoint newer;
    /** The recipe that was in force when it diverged. */
    private @Nullable OnlineRecipe divergedBy;

    private long averagedFrom;
    private boolean diverged;

    /** The same, which goes on by itself. */
    Soundness copy() {
        Soundness copy = new Soundness();
        copy.bits.restore(bits.state());
        copy.older = older;
        copy.newer = newer;
        copy.divergedBy = divergedBy;
        copy.averagedFrom = averagedFrom;
        copy.diverged = diverged;
        return copy;
    }

    /** Before a step: keeps what is sound now, if it is time to. */
    void beforeStep(PrequentialEngine engine, OnlineRecipe inForce) {
        SafePoint latest = newer;
        if (!diverged && (latest == null || engine.position() >= latest.position() + EVERY_BYTES)) {
            keep(engine, inForce);
            older = latest == null ? newer : latest;
        }
    }

    /** Before the recipe is changed: what is sound now is what a run that diverges by the change goes back to. */
    void beforeChange(PrequentialEngine engine, OnlineRecipe inForce) {
        if (!diverged) {
            keep(engine, inForce);
            older = newer;
        }
    }

    private void keep(PrequentialEngine engine, OnlineRecipe inForce) {
        if (engine.config().model().parameterCount() <= MOST_PARAMETERS) {
            newer = SafePoint.of(engine, inForce);
        }
    }

    /** After a step; says whether the run has just diverged or recovered. */
    boolean changedBy(StepResult step, OnlineRecipe inForce) {
        for (int k = 0; k < step.count(); k++) {
            bits.add(step.bits(Predictor.TRANSFORMER, k));
        }
        boolean before = diverged;
        long averaged = step.position() + step.count() - averagedFrom;
        diverged = averaged >= LEAST_BYTES && bits.value() > (before ? RECOVERED_BITS : MOST_BITS);
        if (diverged && !before) {
            divergedBy = inForce;
        }
        return diverged != before;
    }

    /** A number overflowed: learning broke off. */
    void overflowed(OnlineRecipe inForce) {
        if (!diverged) {
            divergedBy = inForce;
        }
    }

    boolean hasDiverged() {
        return diverged;
    }

    /** What the page is told of a run at {@code position}; {@code trouble} is why its learning broke off, empty if it did not. */
    LabReport.Diverged report(int run, long position, String trouble) {
        boolean goesOn = trouble.isEmpty();
        SafePoint safe = older;
        return new LabReport.Diverged(
                run,
                position,
                goesOn ? bits.value() : Double.POSITIVE_INFINITY,
                safe == null ? -1 : safe.position(),
                goesOn && !diverged);
    }

    /** What to go back to; null if nothing was kept. */
    @Nullable SafePoint safePoint() {
        return older;
    }

    /** Takes the transformer of {@code engine} back to {@code safe}; the answer is the recipe that is in force from now on. */
    OnlineRecipe goBack(PrequentialEngine engine, SafePoint safe) {
        OnlineRecipe recipe = safe.recipe();
        if (recipe.equals(divergedBy)) {
            double rate = recipe.online().optimizer().learningRate() / 10;
            recipe = recipe.withAll(Map.of("optimizer.learning_rate", Double.toString(rate)));
        }
        engine.tune(recipe.online());
        safe.restore(engine);
        newer = safe;
        diverged = false;
        bits.reset();
        averagedFrom = engine.position();
        return recipe;
    }
}
