package microgpt.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import microgpt.corpus.BosPlacement;
import microgpt.engine.OnlineConfig;
import microgpt.mechanism.AdaptiveRate;
import microgpt.mechanism.ExperienceReplay;
import microgpt.mechanism.SelectiveBackprop;
import microgpt.predict.ContinuousCache;
import microgpt.predict.FixedShare;
import microgpt.predict.Mixture;
import microgpt.predict.Size;

/** The keys of an {@link OnlineConfig}: those of model and optimizer, the protocol, and a group for each mechanism. */
final class OnlineKeys {
    static final List<ConfigKey> ALL = all();

    /** What keys mean that older recipes do not have. */
    static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("cache.enabled", "false"),
            Map.entry("cache.window", "2000"),
            Map.entry("cache.theta", "0.4"),
            Map.entry("cache.weight", "0.2"),
            Map.entry("cache.rate", "0.1"),
            Map.entry("mixture.enabled", "false"),
            Map.entry("mixture.counts", "rich"),
            Map.entry("mixture.megabytes", "64"),
            Map.entry("fixed_share.enabled", "false"),
            Map.entry("fixed_share.share", "0.01"));

    private OnlineKeys() {}

    private static List<ConfigKey> all() {
        List<ConfigKey> keys = new ArrayList<>(ModelKeys.ALL);
        keys.addAll(OptimizerKeys.ALL);
        keys.add(ConfigKey.whole("protocol.context"));
        keys.add(ConfigKey.whole("protocol.stride"));
        keys.add(ConfigKey.choice("protocol.train_on", OnlineConfig.TrainOn.values())
                .whileRunning());
        keys.add(ConfigKey.choice("protocol.beginning", BosPlacement.values()));
        keys.add(ConfigKey.flag("selective_backprop.enabled").whileRunning());
        keys.add(ConfigKey.choice("selective_backprop.rule", SelectiveBackprop.Rule.values())
                .whileRunning());
        keys.add(ConfigKey.number("selective_backprop.threshold_bits").whileRunning());
        keys.add(ConfigKey.number("selective_backprop.beta").whileRunning());
        keys.add(ConfigKey.number("selective_backprop.floor").whileRunning());
        keys.add(ConfigKey.whole("selective_backprop.history").whileRunning());
        keys.add(ConfigKey.flag("experience_replay.enabled").whileRunning());
        keys.add(ConfigKey.whole("experience_replay.windows").whileRunning());
        keys.add(ConfigKey.whole("experience_replay.capacity").whileRunning());
        keys.add(ConfigKey.number("experience_replay.alpha").whileRunning());
        keys.add(ConfigKey.flag("adaptive_rate.enabled").whileRunning());
        keys.add(ConfigKey.number("adaptive_rate.fast").whileRunning());
        keys.add(ConfigKey.number("adaptive_rate.slow").whileRunning());
        keys.add(ConfigKey.number("adaptive_rate.dead_band").whileRunning());
        keys.add(ConfigKey.number("adaptive_rate.gain").whileRunning());
        keys.add(ConfigKey.number("adaptive_rate.most").whileRunning());
        keys.add(ConfigKey.flag("cache.enabled").whileRunning());
        keys.add(ConfigKey.whole("cache.window"));
        keys.add(ConfigKey.number("cache.theta").whileRunning());
        keys.add(ConfigKey.number("cache.weight").whileRunning());
        keys.add(ConfigKey.number("cache.rate").whileRunning());
        keys.add(ConfigKey.flag("mixture.enabled").whileRunning());
        keys.add(ConfigKey.choice("mixture.counts", Size.values()));
        keys.add(ConfigKey.whole("mixture.megabytes"));
        keys.add(ConfigKey.flag("fixed_share.enabled").whileRunning());
        keys.add(ConfigKey.number("fixed_share.share").whileRunning());
        keys.add(ConfigKey.whole("seed"));
        return List.copyOf(keys);
    }

    static OnlineConfig read(ConfigValues values) {
        return new OnlineConfig(
                ModelKeys.read(values),
                OptimizerKeys.read(values),
                values.integer("protocol.context"),
                values.integer("protocol.stride"),
                values.choice("protocol.train_on", OnlineConfig.TrainOn.values()),
                values.choice("protocol.beginning", BosPlacement.values()),
                new SelectiveBackprop.Settings(
                        values.flag("selective_backprop.enabled"),
                        values.choice("selective_backprop.rule", SelectiveBackprop.Rule.values()),
                        values.number("selective_backprop.threshold_bits"),
                        values.number("selective_backprop.beta"),
                        values.number("selective_backprop.floor"),
                        values.integer("selective_backprop.history")),
                new ExperienceReplay.Settings(
                        values.flag("experience_replay.enabled"),
                        values.integer("experience_replay.windows"),
                        values.integer("experience_replay.capacity"),
                        values.number("experience_replay.alpha")),
                new AdaptiveRate.Settings(
                        values.flag("adaptive_rate.enabled"),
                        values.number("adaptive_rate.fast"),
                        values.number("adaptive_rate.slow"),
                        values.number("adaptive_rate.dead_band"),
                        values.number("adaptive_rate.gain"),
                        values.number("adaptive_rate.most")),
                new ContinuousCache.Settings(
                        values.flag("cache.enabled"),
                        values.integer("cache.window"),
                        values.number("cache.theta"),
                        values.number("cache.weight"),
                        values.number("cache.rate")),
                new Mixture.Settings(
                        values.flag("mixture.enabled"),
                        values.choice("mixture.counts", Size.values()),
                        values.integer("mixture.megabytes")),
                new FixedShare.Settings(values.flag("fixed_share.enabled"), values.number("fixed_share.share")),
                values.whole("seed"));
    }
}
