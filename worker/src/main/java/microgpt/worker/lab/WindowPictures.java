package microgpt.worker.lab;

import java.util.ArrayList;
import java.util.List;
import microgpt.compute.Tensor;
import microgpt.corpus.Window;
import microgpt.engine.PrequentialEngine;
import microgpt.model.Activations;
import microgpt.model.ModelConfig;
import microgpt.model.NonFiniteException;
import microgpt.protocol.Bytes;
import microgpt.protocol.Floats;
import microgpt.protocol.lab.LabReport;

/** What a model computed for the latest window, small enough to be sent a few times a second. */
final class WindowPictures {
    private static final int MOST_SIDE = 32;
    private static final int MOST_STREAM_CELLS = 96;
    private static final int BYTES = 256;
    private static final int TOP = 255;

    private WindowPictures() {}

    /** A pass forward; empty before the first step, and where a number overflows. */
    static LabReport.WindowPicture of(PrequentialEngine engine) {
        if (engine.steps() == 0) {
            return LabReport.WindowPicture.NONE;
        }
        try {
            return of(engine.config().model(), engine.lookBack(), engine.window());
        } catch (NonFiniteException e) {
            return LabReport.WindowPicture.NONE;
        }
    }

    private static LabReport.WindowPicture of(ModelConfig model, Activations activations, Window window) {
        int length = window.length();
        List<Integer> tokens = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            tokens.add(window.inputs()[i]);
        }
        float[] probabilities = new float[BYTES];
        activations.readProbs(length - 1, probabilities, 0, BYTES);
        int side = Math.min(MOST_SIDE, length);
        int streamCells = Math.min(MOST_STREAM_CELLS, model.dModel());
        float[] stream = stream(activations, length - 1, model.dModel(), streamCells);
        float scale = MatrixCells.largest(stream);
        return new LabReport.WindowPicture(
                tokens,
                side,
                attention(model, activations, length, side),
                streamCells,
                scale,
                MatrixCells.quantized(stream, scale),
                Floats.of(probabilities));
    }

    private static Bytes attention(ModelConfig model, Activations activations, int length, int side) {
        int heads = model.nHeads();
        byte[] cells = new byte[model.nLayers() * heads * side * side];
        for (int layer = 0; layer < model.nLayers(); layer++) {
            float[] weights = activations.blocks.get(layer).attention.toArray(); // (H*T,T)
            for (int row = 0; row < heads * length; row++) {
                int query = row % length * side / length;
                int first = ((layer * heads + row / length) * side + query) * side;
                for (int key = 0; key < length; key++) {
                    int value = (int) (TOP * Math.sqrt(weights[row * length + key]) + 0.5);
                    int cell = first + key * side / length;
                    cells[cell] = (byte) Math.max(cells[cell] & TOP, value);
                }
            }
        }
        return Bytes.of(cells);
    }

    /** The residual stream of position {@code row}: what the first block reads, and what each half of a block leaves. */
    private static float[] stream(Activations activations, int row, int width, int cells) {
        List<Tensor> stages = new ArrayList<>();
        stages.add(activations.embeddingNorm == null ? activations.embedded : activations.embeddingNorm.out);
        for (Activations.Block block : activations.blocks) {
            stages.add(block.residual1);
            stages.add(block.residual2);
        }
        float[] stream = new float[stages.size() * cells];
        for (int i = 0; i < stages.size(); i++) {
            float[] seen = MatrixCells.of(stages.get(i).row(row).toArray(), 1, width, 1, cells);
            System.arraycopy(seen, 0, stream, i * cells, cells);
        }
        return stream;
    }
}
