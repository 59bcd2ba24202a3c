package microgpt.worker.bench;

import java.util.List;
import microgpt.config.BatchPreset;
import microgpt.config.BatchRecipe;
import microgpt.config.NamesRecipe;
import microgpt.config.OnlineRecipe;
import microgpt.engine.BatchConfig;
import microgpt.engine.OnlineConfig;
import microgpt.names.NamesConfig;
import microgpt.optim.OptimizerConfig;
import microgpt.optim.Schedule;
import org.teavm.jso.ajax.XMLHttpRequest;

/** The shipped recipes, read where the site serves them, as work for the benchmark. */
final class Recipes {
    private static final int OK = 200;
    private static final String NAMES = "microgpt-names";
    private static final String BYTE_TINYGPT = "byte-tinygpt-v0";
    /** Lower-case letters, and the token between texts. */
    private static final int LETTERS = 27;
    /** Tokens of a text: what a name has, about. */
    private static final int NAME_LENGTH = 8;

    private Recipes() {}

    /** The laboratory's models at the sizes that they are used in. */
    static List<Workload> all() {
        return List.of(online("online.tiny"), online("online.small"), names(), byteTinyGpt());
    }

    /** One of {@link #all}. */
    static Workload named(String name) {
        return switch (name) {
            case NAMES -> names();
            case BYTE_TINYGPT -> byteTinyGpt();
            default -> online(name);
        };
    }

    /** The transformer of a preset of the laboratory: what the back ends compute. */
    static OnlineWork online(String preset) {
        return new OnlineWork(preset, recipe(preset).with("mixture.enabled", "false"));
    }

    /** Such a preset with a small mixture, or as one where that is switched off. */
    static OnlineConfig mixed(String preset, String enabled) {
        return recipe(preset)
                .with("mixture.counts", "mini")
                .with("mixture.megabytes", "1")
                .with("mixture.enabled", enabled)
                .online();
    }

    private static OnlineRecipe recipe(String preset) {
        String file = preset + ".json";
        return OnlineRecipe.parse(read(file), file);
    }

    /** microgpt.py's model in floats, on a text of a usual length. */
    static BatchWork names() {
        String file = "microgpt-names.json";
        NamesConfig names = NamesRecipe.parse(read(file), file).names();
        NamesConfig.Learning how = names.learning();
        OptimizerConfig adam = new OptimizerConfig(
                OptimizerConfig.Kind.ADAM,
                how.learningRate(),
                how.beta1(),
                how.beta2(),
                how.epsilon(),
                0,
                0,
                0,
                0,
                Schedule.CONSTANT);
        return new BatchWork(NAMES, names.shape().model(LETTERS), adam, how.batch(), NAME_LENGTH);
    }

    /** The reference shape of training by batches. */
    static BatchWork byteTinyGpt() {
        return work(BYTE_TINYGPT, training().batches());
    }

    /** One of its other sizes. */
    static BatchWork trainingPreset(String id) {
        String file = "training.presets.json";
        for (BatchPreset preset : BatchPreset.parseList(read(file), file)) {
            if (preset.id().equals(id)) {
                return work(
                        "training " + id, training().withAll(preset.changes()).batches());
            }
        }
        throw new IllegalArgumentException("no size of training is called \"" + id + "\"");
    }

    private static BatchRecipe training() {
        String model = "model.byte-tinygpt-v0.json";
        String training = "training.json";
        return BatchRecipe.parse(read(model), model, read(training), training);
    }

    private static BatchWork work(String name, BatchConfig config) {
        return new BatchWork(
                name,
                config.model(),
                config.optimizer(),
                config.batchSize(),
                config.model().contextLength());
    }

    /** Waits for the file, which a worker may, and nothing else has to be done meanwhile. */
    private static String read(String file) {
        XMLHttpRequest request = new XMLHttpRequest();
        request.open("GET", "configs/" + file, false);
        request.send();
        if (request.getStatus() != OK) {
            throw new IllegalStateException("configs/" + file + " could not be read: status " + request.getStatus());
        }
        return request.getResponseText();
    }
}
