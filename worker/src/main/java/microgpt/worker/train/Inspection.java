package microgpt.worker.train;

import java.util.ArrayList;
import java.util.List;
import microgpt.compute.Backend;
import microgpt.compute.Tensor;
import microgpt.engine.BatchTrainer;
import microgpt.model.Ablation;
import microgpt.model.Activations;
import microgpt.model.Gpt;
import microgpt.model.LogitLens;
import microgpt.model.ModelConfig;
import microgpt.model.Weights;
import microgpt.numeric.DoubleMath;
import microgpt.protocol.Floats;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainReport;

/** A look inside a model as it reads one text: on weights and activations of its own, so that no run is disturbed. */
final class Inspection {
    private static final int CHOICES = 10;
    private static final int LENS_CHOICES = 5;

    private final String run;
    private final ModelConfig config;
    private final Gpt gpt;
    private final Weights weights;

    private Inspection(String run, ModelConfig config, Backend on, Weights of) {
        this.run = run;
        this.config = config;
        gpt = new Gpt(config, on, 1);
        weights = new Weights(config, on);
        Tensor from = of.all();
        float[] values = new float[from.size()];
        from.memory().read(from.offset(), values, 0, values.length);
        Tensor all = weights.all();
        all.memory().write(all.offset(), values, 0, values.length);
    }

    /** How the present weights of {@code run} see the end of the text. */
    static TrainReport.Inside look(TrainCommand.LookInside wish, TrainRun run, Backend machine) {
        Backend own = machine.forOneRun();
        try {
            BatchTrainer trainer = run.trainer();
            Inspection inspection = new Inspection(
                    run.id(), trainer.gpt().config(), own, trainer.learner().predicting());
            return inspection.look(wish, trainer.steps());
        } finally {
            own.release();
        }
    }

    private TrainReport.Inside look(TrainCommand.LookInside wish, long steps) {
        byte[] text = wish.text().toArray();
        int length = Math.min(text.length, config.contextLength());
        if (length == 0) {
            throw new IllegalArgumentException("a text of 0 bytes must have at least 1");
        }
        int[] tokens = new int[length];
        int[] targets = new int[length];
        for (int t = 0; t < length; t++) {
            tokens[t] = text[text.length - length + t] & 0xff;
            targets[t] = t + 1 < length ? text[text.length - length + t + 1] & 0xff : -1;
        }
        float[] losses = new float[length];
        gpt.forward(weights, tokens, targets, losses, 1, length);
        double[] whole = next();
        if (wish.without().part() != TrainCommand.Part.NOTHING) {
            takeOut(wish.without());
            gpt.forward(weights, tokens, targets, losses, 1, length);
        }
        return report(wish.id(), steps, length, losses, whole);
    }

    /** The chances of the byte after the text, as last computed. */
    private double[] next() {
        return chances(new LogitLens(config, weights, gpt.activations()).after(config.nLayers()));
    }

    private void takeOut(TrainCommand.Ablation without) {
        if (without.part() == TrainCommand.Part.HEAD) {
            Ablation.head(config, weights, without.layer(), without.head());
        } else {
            Ablation.mlp(config, weights, without.layer());
        }
    }

    private TrainReport.Inside report(int id, long steps, int length, float[] losses, double[] whole) {
        double[] next = next();
        LogitLens lens = new LogitLens(config, weights, gpt.activations());
        List<TrainReport.Lens> layers = new ArrayList<>();
        for (int layer = 0; layer <= config.nLayers(); layer++) {
            layers.add(new TrainReport.Lens(likeliest(chances(lens.after(layer)), LENS_CHOICES)));
        }
        float[] scored = new float[length - 1];
        System.arraycopy(losses, 0, scored, 0, scored.length);
        return new TrainReport.Inside(
                run,
                id,
                steps,
                config.nLayers(),
                config.nHeads(),
                length,
                likeliest(next, CHOICES),
                likeliest(whole, CHOICES),
                layers,
                Floats.of(attention(length)),
                Floats.of(scored),
                divergence(whole, next));
    }

    /** By layer, head, position and position looked at. */
    private float[] attention(int length) {
        Activations activations = gpt.activations();
        int each = config.nHeads() * length * length;
        float[] weightsOfAll = new float[config.nLayers() * each];
        for (int layer = 0; layer < config.nLayers(); layer++) {
            Tensor attention = activations.blocks.get(layer).attention; // (H*T,T)
            attention.memory().read(attention.offset(), weightsOfAll, layer * each, each);
        }
        return weightsOfAll;
    }

    private static double[] chances(float[] logits) {
        double most = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            most = Math.max(most, logit);
        }
        double[] chances = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            chances[i] = DoubleMath.exp(logits[i] - most);
            sum += chances[i];
        }
        for (int i = 0; i < chances.length; i++) {
            chances[i] /= sum;
        }
        return chances;
    }

    /** How far {@code other} is from {@code whole}, in nats (Kullback and Leibler 1951). */
    private static double divergence(double[] whole, double[] other) {
        double sum = 0;
        for (int i = 0; i < whole.length; i++) {
            if (whole[i] > 0 && other[i] > 0) {
                sum += whole[i] * (DoubleMath.log(whole[i]) - DoubleMath.log(other[i]));
            }
        }
        return sum;
    }

    private static List<TrainReport.Choice> likeliest(double[] chances, int count) {
        double[] left = chances.clone();
        List<TrainReport.Choice> choices = new ArrayList<>();
        for (int i = 0; i < Math.min(count, left.length); i++) {
            int best = 0;
            for (int value = 1; value < left.length; value++) {
                best = left[value] > left[best] ? value : best;
            }
            choices.add(new TrainReport.Choice(best, left[best]));
            left[best] = -1;
        }
        return choices;
    }
}
