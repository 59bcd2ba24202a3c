package microgpt.checkpoint;

import java.util.List;
import java.util.Map;
import microgpt.compute.Tensor;
import microgpt.model.ModelConfig;
import microgpt.model.NamedTensor;
import microgpt.model.Weights;

/**
 * Weights under the names and in the shapes of nanoGPT's {@code state_dict}: matrices are [out, in], queries, keys and values
 * are one matrix, and a tied head is not stored twice.
 */
final class WeightNames {
    private WeightNames() {}

    static String theirs(String ours) {
        int part = ours.lastIndexOf('.') + 1;
        String block = part == 0 ? "" : ours.substring("blocks.".length(), part);
        return switch (ours.substring(part)) {
            case "wte" -> "transformer.wte.weight";
            case "wpe" -> "transformer.wpe.weight";
            case "lmHead" -> "lm_head.weight";
            case "finalGain" -> "transformer.ln_f.weight";
            case "finalBias" -> "transformer.ln_f.bias";
            default -> "transformer.h." + block + inBlock(ours.substring(part));
        };
    }

    private static String inBlock(String part) {
        return switch (part) {
            case "norm1Gain" -> "ln_1.weight";
            case "norm1Bias" -> "ln_1.bias";
            case "qkv" -> "attn.c_attn.weight";
            case "qkvBias" -> "attn.c_attn.bias";
            case "relativeBias" -> "attn.relative_bias";
            case "proj" -> "attn.c_proj.weight";
            case "projBias" -> "attn.c_proj.bias";
            case "norm2Gain" -> "ln_2.weight";
            case "norm2Bias" -> "ln_2.bias";
            case "up" -> "mlp.c_fc.weight";
            case "upBias" -> "mlp.c_fc.bias";
            case "down" -> "mlp.c_proj.weight";
            case "downBias" -> "mlp.c_proj.bias";
            default -> throw new IllegalArgumentException("no name for " + part);
        };
    }

    /** Vectors have one dimension there. */
    private static List<Integer> shape(NamedTensor named) {
        Tensor tensor = named.tensor();
        boolean isVector = named.name().endsWith("Gain")
                || (named.name().endsWith("Bias") && !named.name().endsWith("relativeBias"));
        return isVector ? List.of(tensor.cols()) : List.of(tensor.rows(), tensor.cols());
    }

    static void put(Weights weights, TensorFile into) {
        for (NamedTensor named : weights.tensors()) {
            into.put(theirs(named.name()), shape(named), named.tensor().toArray());
        }
    }

    /**
     * Refuses a file that holds more or fewer weights than a model has, before memory is taken for the model: its shape is
     * a claim of the file, too.
     */
    static void checkCount(ModelConfig model, TensorFile from, String file) {
        long found = 0;
        for (Map.Entry<String, TensorFile.Entry> entry : from.entries().entrySet()) {
            boolean isWeight =
                    entry.getKey().startsWith("transformer.") || entry.getKey().equals(theirs("lmHead"));
            found += isWeight ? NumberType.count(entry.getValue().values()) : 0;
        }
        if (found != model.parameterCount()) {
            throw new BadFileException(
                    file, "it holds " + found + " weights, but its model has " + model.parameterCount());
        }
    }

    /** Sets all of {@code weights}; {@code file} is what to call their source in complaints. */
    static void read(Weights weights, TensorFile from, String file) {
        for (NamedTensor named : weights.tensors()) {
            String name = theirs(named.name());
            TensorFile.Entry entry = from.get(name);
            if (entry == null) {
                throw new BadFileException(file, "\"" + name + "\" is missing");
            }
            if (!entry.shape().equals(shape(named)) || !(entry.values() instanceof float[] values)) {
                throw new BadFileException(
                        file, "\"" + name + "\" has shape " + entry.shape() + ", expected floats of " + shape(named));
            }
            checkFinite(values, name, file);
            named.tensor().memory().write(named.tensor().offset(), values, 0, values.length);
        }
    }

    /** A model cannot predict with a weight that is no number, nor can it learn it away. */
    static void checkFinite(float[] values, String name, String file) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new BadFileException(
                        file, "\"" + name + "\" holds " + values[i] + " at " + i + ", expected finite numbers");
            }
        }
    }
}
