package microgpt.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import microgpt.compute.Tensor;
import microgpt.model.ModelConfig;
import microgpt.model.Weights;
import microgpt.numeric.Nullable;

/** The order in which TinyGPT stores the tensors of a model, over weights (or moments) that are laid out as here. */
final class TinyGptLayout {
    /**
     * One of their tensors as a view of ours.
     *
     * @param isLinear whether it is the matrix of a linear layer: those are stored [in, out], transposed, though their own
     *     names and shapes say [out, in]
     */
    record Part(String name, Tensor tensor, boolean isLinear) {
        /** Their position of our value at ({@code row}, {@code col}). */
        int place(int row, int col) {
            return isLinear ? col * tensor.rows() + row : row * tensor.cols() + col;
        }
    }

    private final List<Part> parts = new ArrayList<>();

    private TinyGptLayout() {}

    static List<Part> of(Weights w) {
        TinyGptLayout layout = new TinyGptLayout();
        layout.add("token_embedding.weight", w.wte);
        layout.add("position_embedding.weight", w.wpe);
        layout.add("ln_final.weight", w.finalGain);
        layout.add("ln_final.bias", w.finalBias);
        for (int i = 0; i < w.blocks.size(); i++) {
            layout.addBlock("blocks." + i + ".", w.blocks.get(i));
        }
        return layout.parts;
    }

    /** How many numbers each of the tensors has, of a model for which no memory was taken. */
    static int[] sizes(ModelConfig model) {
        int c = model.dModel();
        int f = model.dMlp();
        int[] block = {c, c, c * c, c, c * c, c, c * c, c, c * c, c, c, c, f * c, f, c * f, c};
        int[] sizes = new int[4 + model.nLayers() * block.length];
        sizes[0] = model.vocabSize() * c;
        sizes[1] = model.contextLength() * c;
        sizes[2] = c;
        sizes[3] = c;
        for (int layer = 0; layer < model.nLayers(); layer++) {
            System.arraycopy(block, 0, sizes, 4 + layer * block.length, block.length);
        }
        return sizes;
    }

    private void addBlock(String prefix, Weights.Block w) {
        add(prefix + "ln1.weight", w.norm1Gain);
        add(prefix + "ln1.bias", w.norm1Bias);
        Tensor biases = Objects.requireNonNull(w.qkvBias);
        for (int third = 0; third < 3; third++) {
            String name = prefix + "attn." + "qkv".charAt(third) + "_proj";
            addLinear(name, third(w.qkv, third, w.qkv.rows() / 3, w.qkv.cols()));
            add(name + ".bias", third(biases, third, 1, biases.cols() / 3));
        }
        addLinear(prefix + "attn.o_proj", w.proj);
        add(prefix + "attn.o_proj.bias", w.projBias);
        add(prefix + "ln2.weight", w.norm2Gain);
        add(prefix + "ln2.bias", w.norm2Bias);
        addLinear(prefix + "mlp.fc_in", w.up);
        add(prefix + "mlp.fc_in.bias", w.upBias);
        addLinear(prefix + "mlp.fc_out", w.down);
        add(prefix + "mlp.fc_out.bias", w.downBias);
    }

    private static Tensor third(Tensor all, int index, int rows, int cols) {
        return new Tensor(all.memory(), all.offset() + index * rows * cols, rows, cols);
    }

    private void addLinear(String name, Tensor tensor) {
        parts.add(new Part(name + ".weight", tensor, true));
    }

    private void add(String name, @Nullable Tensor tensor) {
        parts.add(new Part(name, Objects.requireNonNull(tensor), false));
    }
}
