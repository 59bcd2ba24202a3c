package microgpt.scalar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import microgpt.compute.Tensor;
import microgpt.model.ModelConfig;
import microgpt.model.NamedTensor;
import microgpt.model.Norm;
import microgpt.model.Weights;
import microgpt.numeric.Nullable;

/**
 * The transformer of {@link microgpt.model.Gpt}, one number and one position at a time, in the manner of Karpathy's
 * microgpt: keys and values of earlier positions are kept, so causality needs no mask.
 */
public final class ScalarGpt {
    private final ModelConfig config;
    private final Map<String, Value[][]> parameters = new LinkedHashMap<>();

    /** Copies {@code weights}, under the same names. */
    public ScalarGpt(ModelConfig config, Weights weights) {
        this.config = config;
        for (NamedTensor named : weights.tensors()) {
            parameters.put(named.name(), copy(named.tensor()));
        }
    }

    private static Value[][] copy(Tensor tensor) {
        Value[][] rows = new Value[tensor.rows()][tensor.cols()];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                rows[r][c] = new Value(tensor.get(r, c));
            }
        }
        return rows;
    }

    /** The tensors by name, row by row, in the order of {@link Weights#tensors()}. */
    public Map<String, Value[][]> parameters() {
        return parameters;
    }

    /** What earlier positions of one window left behind: keys and values of each layer. */
    public static final class Window {
        private final List<List<Value[]>> keys = new ArrayList<>();
        private final List<List<Value[]>> values = new ArrayList<>();
        private int length;

        private Window(int layers) {
            for (int l = 0; l < layers; l++) {
                keys.add(new ArrayList<>());
                values.add(new ArrayList<>());
            }
        }

        /** Tokens read so far. */
        public int length() {
            return length;
        }
    }

    /** A window in which nothing has been read. */
    public Window window() {
        return new Window(config.nLayers());
    }

    /** Reads {@code token} at the next position of {@code window}; returns a logit for each possible next token. */
    public Value[] read(Window window, int token) {
        if (window.length == config.contextLength()) {
            throw new IllegalArgumentException("the window already has contextLength " + window.length + " tokens");
        }
        int position = window.length++;
        Value[] x = matrix("wte")[token];
        Value[][] wpe = parameters.get("wpe");
        if (wpe != null) {
            x = Vectors.add(x, wpe[position]);
        }
        if (config.embeddingNorm()) {
            x = norm(x, "embeddingNorm");
        }
        for (int l = 0; l < config.nLayers(); l++) {
            String block = "blocks." + l + ".";
            x = Vectors.add(x, attention(window, l, norm(x, block + "norm1")));
            x = Vectors.add(x, mlp(block, norm(x, block + "norm2")));
        }
        if (config.finalNorm()) {
            x = norm(x, "final");
        }
        return linear(x, matrix(config.tieEmbeddings() ? "wte" : "lmHead"), config.outputSize(), null);
    }

    /** The mean of -ln p over the targets of a fresh window; a target of -1 is none. */
    public Value loss(int[] tokens, int[] targets) {
        Window window = window();
        Value sum = new Value(0);
        int count = 0;
        for (int t = 0; t < tokens.length; t++) {
            Value[] logits = read(window, tokens[t]);
            if (targets[t] >= 0) {
                sum = sum.add(Vectors.softmax(logits)[targets[t]].log().neg());
                count++;
            }
        }
        return sum.mul(1.0 / Math.max(1, count));
    }

    private Value[] attention(Window window, int layer, Value[] x) {
        String block = "blocks." + layer + ".";
        int channels = config.dModel();
        int size = config.headSize();
        Value[] qkv = linear(x, block + "qkv");
        window.keys.get(layer).add(Vectors.part(qkv, channels, channels));
        window.values.get(layer).add(Vectors.part(qkv, 2 * channels, channels));
        Value[][] relativeBias = parameters.get(block + "relativeBias");
        Value[] mixed = new Value[channels];
        for (int h = 0; h < config.nHeads(); h++) {
            Value[] query = Vectors.part(qkv, h * size, size);
            int now = window.length - 1;
            Value[] scores = new Value[window.length];
            for (int t = 0; t <= now; t++) {
                Value[] key = Vectors.part(window.keys.get(layer).get(t), h * size, size);
                scores[t] = Vectors.dot(query, key).mul(1 / Math.sqrt(size));
                if (relativeBias != null) {
                    scores[t] = scores[t].add(relativeBias[h][now - t]);
                }
            }
            Value[] weights = Vectors.softmax(scores);
            for (int c = h * size; c < (h + 1) * size; c++) {
                Value sum = weights[0].mul(window.values.get(layer).get(0)[c]);
                for (int t = 1; t <= now; t++) {
                    sum = sum.add(weights[t].mul(window.values.get(layer).get(t)[c]));
                }
                mixed[c] = sum;
            }
        }
        return linear(mixed, block + "proj");
    }

    private Value[] mlp(String block, Value[] x) {
        Value[] hidden = linear(x, block + "up");
        for (int i = 0; i < hidden.length; i++) {
            Value up = hidden[i];
            hidden[i] = switch (config.activation()) {
                case RELU -> up.relu();
                case RELU_SQUARED -> up.relu().mul(up.relu());
                case GELU -> up.gelu();
            };
        }
        return linear(hidden, block + "down");
    }

    /** Either norm; {@code name}Gain and {@code name}Bias apply if the model has them. */
    private Value[] norm(Value[] x, String name) {
        Value[] centered = config.norm() == Norm.LAYER
                ? Vectors.addToAll(x, Vectors.mean(x).neg())
                : x;
        Value scale = Vectors.dot(centered, centered)
                .mul(1.0 / x.length)
                .add(config.normEpsilon())
                .pow(-0.5);
        Value[][] gain = parameters.get(name + "Gain");
        Value[][] bias = parameters.get(name + "Bias");
        Value[] out = new Value[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = centered[i].mul(scale);
            if (gain != null) {
                out[i] = out[i].mul(gain[0][i]);
            }
            if (bias != null) {
                out[i] = out[i].add(bias[0][i]);
            }
        }
        return out;
    }

    private Value[] linear(Value[] x, String name) {
        Value[][] weight = matrix(name);
        Value[][] bias = parameters.get(name + "Bias");
        return linear(x, weight, weight.length, bias == null ? null : bias[0]);
    }

    private static Value[] linear(Value[] x, Value[][] weight, int outputs, @Nullable Value[] bias) {
        Value[] out = new Value[outputs];
        for (int o = 0; o < outputs; o++) {
            out[o] = Vectors.dot(weight[o], x);
            if (bias != null) {
                out[o] = out[o].add(bias[o]);
            }
        }
        return out;
    }

    private Value[][] matrix(String name) {
        Value[][] matrix = parameters.get(name);
        if (matrix == null) {
            throw new IllegalArgumentException("no parameter " + name + " among " + parameters.keySet());
        }
        return matrix;
    }
}
