package microgpt.optim;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Objects;
import microgpt.compute.Activation;
import microgpt.compute.Backend;
import microgpt.compute.Tensor;
import microgpt.model.ModelConfig;
import microgpt.model.NamedTensor;
import microgpt.model.Norm;
import microgpt.model.Position;
import microgpt.model.Weights;

/**
 * What PyTorch computed, in double precision, for a small GPT-2 over bytes: first logits, first gradients, and 30 updates by
 * clipping and AdamW.
 */
final class TorchReference {
    static final int BATCH = 4;
    static final int LENGTH = 16;
    private static final int CHANNELS = 16;

    private final JsonObject json;

    TorchReference() {
        try (InputStream in = TorchReference.class.getResourceAsStream("tinygpt-torch.json")) {
            json = JsonParser.object().from(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonParserException e) {
            throw new IllegalStateException(e);
        }
    }

    ModelConfig config() {
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
                json.getDouble("learning_rate"),
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
        return doubles("logits_first_row_last_position");
    }

    double[] losses() {
        return doubles("losses");
    }

    double[] gradientNorms() {
        return doubles("gradient_norms");
    }

    private double[] doubles(String key) {
        JsonArray array = json.getArray(key);
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.getDouble(i);
        }
        return values;
    }

    private Weights read(String key, Backend on) {
        Weights weights = new Weights(config(), on);
        JsonObject tensors = json.getObject(key);
        for (NamedTensor named : weights.tensors()) {
            String name = named.name();
            if (name.contains("qkv")) { // three layers of theirs
                String block = name.substring(0, name.lastIndexOf('.') + 1);
                String part = name.endsWith("Bias") ? "_proj.bias" : "_proj.weight";
                for (int third = 0; third < 3; third++) {
                    write(named.tensor(), third, floats(tensors.getObject(block + "qkv".charAt(third) + part)));
                }
            } else {
                write(named.tensor(), 0, floats(tensors.getObject(theirName(name))));
            }
        }
        return weights;
    }

    private static void write(Tensor tensor, int third, float[] values) {
        tensor.memory().write(tensor.offset() + third * values.length, values, 0, values.length);
    }

    private static String theirName(String name) {
        return name.replace("wte", "token_embedding.weight")
                .replace("wpe", "position_embedding.weight")
                .replaceFirst("norm([12])Gain", "ln$1.weight")
                .replaceFirst("norm([12])Bias", "ln$1.bias")
                .replaceFirst("proj$", "o_proj.weight")
                .replaceFirst("projBias$", "o_proj.bias")
                .replaceFirst("up$", "fc_in.weight")
                .replaceFirst("upBias$", "fc_in.bias")
                .replaceFirst("down$", "fc_out.weight")
                .replaceFirst("downBias$", "fc_out.bias")
                .replace("finalGain", "ln_final.weight")
                .replace("finalBias", "ln_final.bias");
    }

    private static float[] floats(JsonObject tensor) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(tensor.getString("data")))
                .order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[bytes.remaining() / 4];
        bytes.asFloatBuffer().get(values);
        return values;
    }
}
