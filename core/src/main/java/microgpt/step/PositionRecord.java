package microgpt.step;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import microgpt.model.ModelConfig;
import microgpt.numeric.Nullable;
import microgpt.scalar.ScalarGpt;
import microgpt.scalar.Trace;
import microgpt.scalar.Value;

/**
 * What the newest position of a window computed, and the gradient of its loss by each number: a copy that later updates
 * leave alone. The names are those of {@link Trace}; besides, {@code probabilities}, {@code loss} if there is a target, and
 * {@code blocks.0.map.1}: the attention of head 1 of all positions so far, row after row, row t having t + 1 numbers.
 */
public final class PositionRecord {
    private final Map<String, double[]> values = new LinkedHashMap<>();
    private final Map<String, double[]> gradients = new LinkedHashMap<>();

    private PositionRecord() {}

    static PositionRecord of(ScalarGpt.Window window, ModelConfig config, Value[] probabilities, @Nullable Value loss) {
        PositionRecord snapshot = new PositionRecord();
        Trace newest = window.trace(window.length() - 1);
        newest.parts().forEach(snapshot::note);
        snapshot.note("probabilities", probabilities);
        if (loss != null) {
            snapshot.note("loss", loss);
        }
        for (int l = 0; l < config.nLayers(); l++) {
            for (int h = 0; h < config.nHeads(); h++) {
                snapshot.note("blocks." + l + ".map." + h, map(window, "blocks." + l + ".attention." + h));
            }
        }
        return snapshot;
    }

    private static Value[] map(ScalarGpt.Window window, String part) {
        List<Value> all = new ArrayList<>();
        for (int t = 0; t < window.length(); t++) {
            all.addAll(List.of(window.trace(t).part(part)));
        }
        return all.toArray(Value[]::new);
    }

    private void note(String name, Value... part) {
        double[] data = new double[part.length];
        double[] grad = new double[part.length];
        for (int i = 0; i < part.length; i++) {
            data[i] = part[i].data();
            grad[i] = part[i].grad();
        }
        values.put(name, data);
        gradients.put(name, grad);
    }

    /** All names, in the order of computation. */
    public List<String> names() {
        return List.copyOf(values.keySet());
    }

    /** The numbers of one part; not to be written to. */
    public double[] values(String name) {
        return known(values, name);
    }

    /** The derivative of the loss by each of them; not to be written to. */
    public double[] gradients(String name) {
        return known(gradients, name);
    }

    private static double[] known(Map<String, double[]> from, String name) {
        double[] part = from.get(name);
        if (part == null) {
            throw new IllegalArgumentException("no part " + name + " among " + from.keySet());
        }
        return part;
    }
}
