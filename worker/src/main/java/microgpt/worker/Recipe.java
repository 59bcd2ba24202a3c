package microgpt.worker;

import microgpt.compute.Activation;
import microgpt.corpus.Beginning;
import microgpt.engine.OnlineConfig;
import microgpt.mechanism.AdaptiveRate;
import microgpt.mechanism.ExperienceReplay;
import microgpt.mechanism.SelectiveBackprop;
import microgpt.model.ModelConfig;
import microgpt.model.Norm;
import microgpt.model.Position;
import microgpt.optim.OptimizerConfig;
import microgpt.optim.Schedule;

/** The tiny model, of whose recipe only the learning rate and the weight decay are read so far. */
final class Recipe {
    private Recipe() {}

    static OnlineConfig parse(String json) {
        if (!json.startsWith("{") || json.contains("\"model\": 3")) {
            throw new IllegalArgumentException("the recipe must be a JSON object");
        }
        double weightDecay = number(json, "weight_decay", 0);
        ModelConfig model = new ModelConfig(
                257,
                256,
                24,
                1,
                4,
                16,
                64,
                Position.RELATIVE,
                Norm.RMS,
                1e-5f,
                false,
                false,
                true,
                true,
                Activation.RELU_SQUARED,
                false,
                true,
                new ModelConfig.Init(0.05, 0, 0, 0, true, 0.5, 4));
        OptimizerConfig optimizer = new OptimizerConfig(
                OptimizerConfig.Kind.ADAMW,
                number(json, "learning_rate", 0.01),
                0.5,
                0.99,
                1e-8,
                weightDecay,
                0,
                0,
                weightDecay > 0 ? 0 : 0.99,
                Schedule.CONSTANT);
        return new OnlineConfig(
                model,
                optimizer,
                16,
                8,
                OnlineConfig.TrainOn.NEW,
                Beginning.STREAM,
                new SelectiveBackprop.Settings(false, SelectiveBackprop.Rule.THRESHOLD, 1, 1, 0, 100),
                new ExperienceReplay.Settings(true, 1, 10_000, 0.5),
                new AdaptiveRate.Settings(false, 0.1, 0.01, 0.1, 1, 3),
                1);
    }

    private static double number(String json, String key, double otherwise) {
        int at = json.indexOf('"' + key + "\":");
        if (at < 0) {
            return otherwise;
        }
        int end = at + key.length() + 3;
        int start = end;
        while (end < json.length() && ",}\n".indexOf(json.charAt(end)) < 0) {
            end++;
        }
        return Double.parseDouble(json.substring(start, end).trim());
    }
}
