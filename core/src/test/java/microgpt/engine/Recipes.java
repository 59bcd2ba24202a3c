package microgpt.engine;

import microgpt.compute.Activation;
import microgpt.corpus.BosPlacement;
import microgpt.engine.OnlineConfig.TrainOn;
import microgpt.mechanism.AdaptiveRate;
import microgpt.mechanism.ExperienceReplay;
import microgpt.mechanism.SelectiveBackprop;
import microgpt.model.ModelConfig;
import microgpt.model.Norm;
import microgpt.model.Position;
import microgpt.optim.OptimizerConfig;
import microgpt.optim.Schedule;
import microgpt.predict.ContinuousCache;
import microgpt.predict.FixedShare;
import microgpt.predict.Mixture;
import microgpt.predict.Size;

/** Small runs for tests, each a variation of one that has every mechanism off. */
record Recipes(
        boolean tied,
        OptimizerConfig optimizer,
        TrainOn trainOn,
        SelectiveBackprop.Settings selective,
        ExperienceReplay.Settings replay,
        AdaptiveRate.Settings adaptive,
        ContinuousCache.Settings cache,
        Mixture.Settings mixture,
        FixedShare.Settings shared,
        long seed) {

    static final SelectiveBackprop.Settings ALL_STEPS =
            new SelectiveBackprop.Settings(false, SelectiveBackprop.Rule.THRESHOLD, 1, 1, 0.05, 64);
    static final ExperienceReplay.Settings NO_REPLAY = new ExperienceReplay.Settings(false, 2, 1000, 0);
    static final AdaptiveRate.Settings STEADY = new AdaptiveRate.Settings(false, 0.3, 0.05, 0.05, 3, 5);

    static final ContinuousCache.Settings NO_CACHE = new ContinuousCache.Settings(false, 20, 0.2, 0.2, 0);
    static final FixedShare.Settings NOT_SHARED = new FixedShare.Settings(false, 0.01);
    static final Mixture.Settings NO_MIXTURE = new Mixture.Settings(false, Size.MINI, 1);

    /** Width 8, Adam, no average. */
    static Recipes plain() {
        return new Recipes(
                true, adam(0.02, 0, 0), TrainOn.NEW, ALL_STEPS, NO_REPLAY, STEADY, NO_CACHE, NO_MIXTURE, NOT_SHARED, 1);
    }

    /** Every mechanism on, eager enough to act in a few hundred bytes. */
    static Recipes everything() {
        return plain().optimizer(adam(0.02, 0.5, 0.9))
                .trainOn(TrainOn.WINDOW)
                .selective(new SelectiveBackprop.Settings(true, SelectiveBackprop.Rule.PERCENTILE, 0, 0.5, 0.05, 64))
                .replay(new ExperienceReplay.Settings(true, 2, 50, 1))
                .adaptive(new AdaptiveRate.Settings(true, 0.3, 0.05, 0.0, 3, 5))
                .cache(new ContinuousCache.Settings(true, 20, 0.5, 0.2, 0.05))
                .mixture(new Mixture.Settings(true, Size.MINI, 1))
                .shared(new FixedShare.Settings(true, 0.01));
    }

    static OptimizerConfig adam(double learningRate, double clip, double averageDecay) {
        return new OptimizerConfig(
                OptimizerConfig.Kind.ADAM,
                learningRate,
                0.5,
                0.99,
                1e-8,
                0,
                0,
                clip,
                averageDecay,
                new Schedule(Schedule.Kind.INVERSE_SQRT, 5, 100, 0));
    }

    /** With a head of its own that starts at zero. */
    Recipes zeroHead() {
        return new Recipes(false, optimizer, trainOn, selective, replay, adaptive, cache, mixture, shared, seed);
    }

    Recipes optimizer(OptimizerConfig changed) {
        return new Recipes(tied, changed, trainOn, selective, replay, adaptive, cache, mixture, shared, seed);
    }

    Recipes trainOn(TrainOn changed) {
        return new Recipes(tied, optimizer, changed, selective, replay, adaptive, cache, mixture, shared, seed);
    }

    Recipes selective(SelectiveBackprop.Settings changed) {
        return new Recipes(tied, optimizer, trainOn, changed, replay, adaptive, cache, mixture, shared, seed);
    }

    Recipes replay(ExperienceReplay.Settings changed) {
        return new Recipes(tied, optimizer, trainOn, selective, changed, adaptive, cache, mixture, shared, seed);
    }

    Recipes adaptive(AdaptiveRate.Settings changed) {
        return new Recipes(tied, optimizer, trainOn, selective, replay, changed, cache, mixture, shared, seed);
    }

    Recipes cache(ContinuousCache.Settings changed) {
        return new Recipes(tied, optimizer, trainOn, selective, replay, adaptive, changed, mixture, shared, seed);
    }

    Recipes mixture(Mixture.Settings changed) {
        return new Recipes(tied, optimizer, trainOn, selective, replay, adaptive, cache, changed, shared, seed);
    }

    Recipes shared(FixedShare.Settings changed) {
        return new Recipes(tied, optimizer, trainOn, selective, replay, adaptive, cache, mixture, changed, seed);
    }

    Recipes seed(long changed) {
        return new Recipes(tied, optimizer, trainOn, selective, replay, adaptive, cache, mixture, shared, changed);
    }

    /** A context of 4 and a stride of 4. */
    OnlineConfig config() {
        return new OnlineConfig(
                model(),
                optimizer,
                4,
                4,
                trainOn,
                BosPlacement.STREAM,
                selective,
                replay,
                adaptive,
                cache,
                mixture,
                shared,
                seed);
    }

    private ModelConfig model() {
        return new ModelConfig(
                257,
                256,
                8,
                1,
                2,
                8,
                16,
                Position.RELATIVE,
                Norm.RMS,
                1e-5f,
                false,
                false,
                true,
                true,
                Activation.RELU_SQUARED,
                false,
                tied,
                new ModelConfig.Init(0.05, 0, 0, 0, true, 0.5, 4));
    }
}
