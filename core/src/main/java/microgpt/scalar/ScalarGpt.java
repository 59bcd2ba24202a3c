package microgpt.scalar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import microgpt.compute.JavaBackend;
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

    /** Asks {@code starts} for one number after the other, in the order of {@link Weights#tensors()}, row by row. */
    public ScalarGpt(ModelConfig config, DoubleSupplier starts) {
        this(config, new Weights(config, JavaBackend.alone()));
        for (Value[][] rows : parameters.values()) {
            for (Value[] row : rows) {
                for (Value value : row) {
                    value.set(starts.getAsDouble());
                }
            }
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

    public ModelConfig config() {
        return config;
    }

    /** What the positions of one window left behind: keys and values of each layer, and a trace each. */
    public static final class Window {
        private final List<List<Value[]>> keys = new ArrayList<>();
        private final List<List<Value[]>> values = new ArrayList<>();
        private final List<Trace> traces = new ArrayList<>();

        private Window(int layers) {
            for (int l = 0; l < layers; l++) {
                keys.add(new ArrayList<>());
                values.add(new ArrayList<>());
            }
        }

        /** Tokens read so far. */
        public int length() {
            return traces.size();
        }

        private Trace latest() {
            return traces.get(traces.size() - 1);
        }

        /** What the position computed. */
        public Trace trace(int position) {
            return traces.get(position);
        }
    }

    /** A window in which nothing has been read. */
    public Window window() {
        return new Window(config.nLayers());
    }

    /** Reads {@code token} at the next position of {@code window}; returns a logit for each possible next token. */
    public Value[] read(Window window, int token) {
        int position = window.length();
        if (position == config.contextLength()) {
            throw new IllegalArgumentException("the window already has contextLength " + position + " tokens");
        }
        Trace trace = new Trace();
        window.traces.add(trace);
        Value[] x = trace.note("tokenEmbedding", matrix("wte")[token]);
        Value[][] wpe = parameters.get("wpe");
        if (wpe != null) {
            x = Vectors.add(x, trace.note("positionEmbedding", wpe[position]));
        }
        trace.note("embedded", x);
        if (config.embeddingNorm()) {
            x = trace.note("embeddingNorm", norm(x, "embeddingNorm"));
        }
        for (int l = 0; l < config.nLayers(); l++) {
            x = block(window, l, x);
        }
        if (config.finalNorm()) {
            x = trace.note("finalNorm", norm(x, "final"));
        }
        Value[][] head = matrix(config.tieEmbeddings() ? "wte" : "lmHead");
        return trace.note("logits", linear(x, head, config.outputSize(), null));
    }

    /** The mean of -ln p over the targets of a fresh window; a target of -1 is none. */
    public Value loss(int[] tokens, int[] targets) {
        Window window = window();
        Value sum = new Value(0);
        int count = 0;
        for (int t = 0; t < tokens.length; t++) {
            Value[] logits = read(window, tokens[t]);
            if (targets[t] >= 0) {
                sum = sum.add(loss(logits, targets[t]));
                count++;
            }
        }
        return sum.mul(1.0 / Math.max(1, count));
    }

    /** The chance of each next token. */
    public static Value[] probabilities(Value[] logits) {
        return Vectors.softmax(logits);
    }

    /** -ln p of {@code target}. */
    public static Value loss(Value[] logits, int target) {
        return probabilities(logits)[target].log().neg();
    }

    /** x + attention(norm(x)), then x + mlp(norm(x)). */
    private Value[] block(Window window, int layer, Value[] x) {
        Trace trace = window.latest();
        String block = "blocks." + layer + ".";
        Value[] norm1 = trace.note(block + "norm1", norm(x, block + "norm1"));
        Value[] qkv = trace.note(block + "qkv", linear(norm1, block + "qkv"));
        Value[] mixed = trace.note(block + "mixed", attention(window, layer, qkv));
        Value[] projected = trace.note(block + "projected", linear(mixed, block + "proj"));
        Value[] residual1 = trace.note(block + "residual1", Vectors.add(x, projected));
        Value[] norm2 = trace.note(block + "norm2", norm(residual1, block + "norm2"));
        Value[] up = trace.note(block + "up", linear(norm2, block + "up"));
        Value[] activated = trace.note(block + "activated", activate(up));
        Value[] down = trace.note(block + "down", linear(activated, block + "down"));
        return trace.note(block + "residual2", Vectors.add(residual1, down));
    }

    private Value[] attention(Window window, int layer, Value[] qkv) {
        String block = "blocks." + layer + ".";
        int channels = config.dModel();
        int size = config.headSize();
        List<Value[]> keys = window.keys.get(layer);
        List<Value[]> values = window.values.get(layer);
        keys.add(Vectors.part(qkv, channels, channels));
        values.add(Vectors.part(qkv, 2 * channels, channels));
        Value[][] relativeBias = parameters.get(block + "relativeBias");
        Value[] mixed = new Value[channels];
        int now = keys.size() - 1;
        for (int h = 0; h < config.nHeads(); h++) {
            Value[] query = Vectors.part(qkv, h * size, size);
            Value[] scores = new Value[keys.size()];
            for (int t = 0; t <= now; t++) {
                Value[] key = Vectors.part(keys.get(t), h * size, size);
                scores[t] = Value.dot(query, key).mul(1 / Math.sqrt(size));
                if (relativeBias != null) {
                    scores[t] = scores[t].add(relativeBias[h][now - t]);
                }
            }
            window.latest().note(block + "scores." + h, scores);
            Value[] weights = window.latest().note(block + "attention." + h, Vectors.softmax(scores));
            for (int c = h * size; c < (h + 1) * size; c++) {
                mixed[c] = Value.dot(weights, Vectors.column(values, c));
            }
        }
        return mixed;
    }

    private Value[] activate(Value[] up) {
        Value[] activated = new Value[up.length];
        for (int i = 0; i < up.length; i++) {
            activated[i] = switch (config.activation()) {
                case RELU -> up[i].relu();
                case RELU_SQUARED -> up[i].relu().mul(up[i].relu());
                case GELU -> up[i].gelu();
            };
        }
        return activated;
    }

    /** Either norm; {@code name}Gain and {@code name}Bias apply if the model has them. */
    private Value[] norm(Value[] x, String name) {
        Value[] centered = config.norm() == Norm.LAYER
                ? Vectors.addToAll(x, Vectors.mean(x).neg())
                : x;
        Value[] out = Vectors.rmsNorm(centered, config.normEpsilon());
        Value[][] gain = parameters.get(name + "Gain");
        Value[][] bias = parameters.get(name + "Bias");
        for (int i = 0; i < x.length; i++) {
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
            out[o] = Value.dot(weight[o], x);
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
