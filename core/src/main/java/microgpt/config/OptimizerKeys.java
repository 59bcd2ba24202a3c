package microgpt.config;

import java.util.List;
import microgpt.optim.OptimizerConfig;
import microgpt.optim.Schedule;

/** The keys of an {@link OptimizerConfig}: groups {@code optimizer} and {@code schedule}. */
final class OptimizerKeys {
    static final List<ConfigKey> ALL = List.of(
            ConfigKey.choice("optimizer.kind", OptimizerConfig.Kind.values()).whileRunning(),
            ConfigKey.number("optimizer.learning_rate").whileRunning(),
            ConfigKey.number("optimizer.beta1").whileRunning(),
            ConfigKey.number("optimizer.beta2").whileRunning(),
            ConfigKey.number("optimizer.epsilon").whileRunning(),
            ConfigKey.number("optimizer.weight_decay").whileRunning(),
            ConfigKey.number("optimizer.momentum").whileRunning(),
            ConfigKey.number("optimizer.clip").whileRunning(),
            ConfigKey.number("optimizer.average_decay").whileRunning(),
            ConfigKey.choice("schedule.kind", Schedule.Kind.values()).whileRunning(),
            ConfigKey.whole("schedule.warmup").whileRunning(),
            ConfigKey.whole("schedule.span").whileRunning(),
            ConfigKey.number("schedule.floor").whileRunning());

    private OptimizerKeys() {}

    static OptimizerConfig read(ConfigValues values) {
        return new OptimizerConfig(
                values.choice("optimizer.kind", OptimizerConfig.Kind.values()),
                values.number("optimizer.learning_rate"),
                values.number("optimizer.beta1"),
                values.number("optimizer.beta2"),
                values.number("optimizer.epsilon"),
                values.number("optimizer.weight_decay"),
                values.number("optimizer.momentum"),
                values.number("optimizer.clip"),
                values.number("optimizer.average_decay"),
                new Schedule(
                        values.choice("schedule.kind", Schedule.Kind.values()),
                        values.whole("schedule.warmup"),
                        values.whole("schedule.span"),
                        values.number("schedule.floor")));
    }
}
