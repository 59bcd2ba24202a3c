package microgpt.parity;

import com.grack.nanojson.JsonArray;
import java.util.Base64;
import microgpt.compute.Activation;
import microgpt.compute.Backend;
import microgpt.compute.Tensor;
import microgpt.json.Json;
import microgpt.json.JsonFields;
import microgpt.model.ModelConfig;
import microgpt.model.NamedTensor;
import microgpt.model.Norm;
import microgpt.model.Position;
import microgpt.model.Weights;
import microgpt.optim.OptimizerConfig;
import microgpt.optim.Schedule;

/**
 * What PyTorch computed, in double precision, for a small GPT-2 over bytes: first logits, first gradients, and 30 updates by
 * clipping and AdamW.
 */
final class TorchReference {
    static final int BATCH = 4;
    static final int LENGTH = 16;
    private static final int CHANNELS = 16;

    private static final int STEPS = 30;
    private static final int BYTES = 256;

    private final JsonFields json;

    TorchReference(String text) {
        json = new JsonFields(Json.object(text));
    }

    static ModelConfig config() {
        return new ModelConfig(
                256,
                256,
                LENGTH,
                2,
                2,
                CHANNELS,
                64,
                Position.LEARNED,
                Norm.LAYER,
                1e-5,
                true,
                true,
                false,
                true,
                Activation.GELU,
                true,
                true,
                new ModelConfig.Init(0.02, 0.02, 0.02, 0, true, 1, 0));
    }

    OptimizerConfig optimizer() {
        return new OptimizerConfig(
                OptimizerConfig.Kind.ADAMW,
                json.number("learning_rate"),
                0.9,
                0.95,
                1e-8,
                0.1,
                0,
                1,
                0,
                Schedule.CONSTANT);
    }

    /** The token at position {@code t} of row {@code b} in the batch of {@code step}. */
    static int token(int step, int b, int t) {
        return (7 * t * t + 3 * t + 11 * step + 29 * b) % 256;
    }

    Weights weights(Backend on) {
        return read("weights", on);
    }

    Weights gradients(Backend on) {
        return read("gradients_step0", on);
    }

    /** Of the last position of the first row. */
    double[] logits() {
        return doubles("logits_first_row_last_position", BYTES);
    }

    double[] losses() {
        return doubles("losses", STEPS);
    }

    double[] gradientNorms() {
        return doubles("gradient_norms", STEPS);
    }

    private double[] doubles(String key, int count) {
        JsonArray array = json.array(key);
        if (array.size() != count) {
            throw new IllegalArgumentException("\"" + key + "\" has " + array.size() + " numbers, expected " + count);
        }
        double[] values = new double[count];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.getDouble(i);
        }
        return values;
    }

    private Weights read(String key, Backend on) {
        Weights weights = new Weights(config(), on);
        JsonFields tensors = new JsonFields(json.object(key));
        for (NamedTensor named : weights.tensors()) {
            int part = named.name().lastIndexOf('.') + 1;
            String block = named.name().substring(0, part);
            String ours = named.name().substring(part);
            if (ours.startsWith("qkv")) { // three layers of theirs
                String theirs = ours.equals("qkv") ? "_proj.weight" : "_proj.bias";
                for (int third = 0; third < 3; third++) {
                    Tensor all = named.tensor();
                    int perThird = all.size() / 3;
                    write(all, third * perThird, floats(tensors, block + "qkv".charAt(third) + theirs, perThird));
                }
            } else {
                Tensor all = named.tensor();
                write(all, 0, floats(tensors, block + theirs(ours), all.size()));
            }
        }
        return weights;
    }

    private static void write(Tensor tensor, int from, float[] values) {
        tensor.memory().write(tensor.offset() + from, values, 0, values.length);
    }

    private static String theirs(String ours) {
        return switch (ours) {
            case "wte" -> "token_embedding.weight";
            case "wpe" -> "position_embedding.weight";
            case "norm1Gain" -> "ln1.weight";
            case "norm1Bias" -> "ln1.bias";
            case "proj" -> "o_proj.weight";
            case "projBias" -> "o_proj.bias";
            case "norm2Gain" -> "ln2.weight";
            case "norm2Bias" -> "ln2.bias";
            case "up" -> "fc_in.weight";
            case "upBias" -> "fc_in.bias";
            case "down" -> "fc_out.weight";
            case "downBias" -> "fc_out.bias";
            case "finalGain" -> "ln_final.weight";
            case "finalBias" -> "ln_final.bias";
            default -> throw new IllegalArgumentException("no name for " + ours);
        };
    }

    private static float[] floats(JsonFields tensors, String name, int count) {
        byte[] bytes = Base64.getDecoder().decode(new JsonFields(tensors.object(name)).text("data"));
        if (bytes.length != 4 * count) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" has " + bytes.length + " bytes, expected " + 4 * count);
        }
        float[] values = new float[count];
        for (int i = 0; i < values.length; i++) {
            int bits = 0;
            for (int b = 3; b >= 0; b--) {
                bits = (bits << 8) | (bytes[4 * i + b] & 255);
            }
            values[i] = Float.intBitsToFloat(bits);
        }
        return values;
    }
}
