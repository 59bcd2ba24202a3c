package microgpt.worker.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import microgpt.compute.Tensor;
import microgpt.engine.PrequentialEngine;
import microgpt.model.ModelConfig;
import microgpt.model.NamedTensor;
import microgpt.numeric.Nullable;
import microgpt.protocol.Bytes;
import microgpt.protocol.lab.LabReport;

/** A picture of a model in the making, a matrix at a time: large models take longer than a worker may be deaf. */
final class PictureInProgress {
    /** Of the picture of a matrix. */
    private static final int MOST_SIDE = 64;

    /** A row for each byte, and for the token that begins a stream. */
    private static final int MOST_OPENED_SIDE = 257;
    /** Three matrices in one, which can be told apart by their rows. */
    private static final String QKV = "qkv";

    private static final String RELATIVE = "relativeBias";

    private final LabRun run;
    private final String opened;
    private final @Nullable PictureInProgress before;
    private final long position;
    private final List<NamedTensor> waiting = new ArrayList<>();
    private final List<LabReport.MatrixPicture> made = new ArrayList<>();
    private final Map<String, float[]> cells = new HashMap<>();

    /** {@code opened} is the name of the matrix that is seen from more cells; {@code before} is the picture before. */
    PictureInProgress(LabRun run, String opened, @Nullable PictureInProgress before) {
        this.run = run;
        this.opened = opened;
        this.before = before == null ? null : before.withoutPast();
        position = run.engine().position();
        for (NamedTensor each : run.engine().learner().predicting().tensors()) {
            if (isSeen(each.name())) {
                waiting.add(each);
            }
        }
    }

    private PictureInProgress(PictureInProgress of) {
        run = of.run;
        opened = of.opened;
        before = null;
        position = of.position;
        cells.putAll(of.cells);
    }

    /** What the next picture needs of this one. */
    private PictureInProgress withoutPast() {
        return new PictureInProgress(this);
    }

    /** Matrices, and the biases by distance; other vectors are not. */
    private static boolean isSeen(String name) {
        return name.endsWith(RELATIVE) || !(name.endsWith("Bias") || name.endsWith("Gain"));
    }

    boolean isOf(LabRun other) {
        return run == other;
    }

    /** Looks at the next matrix, and says whether more are to come. */
    boolean advance() {
        if (made.size() < waiting.size()) {
            NamedTensor next = waiting.get(made.size());
            made.add(matrix(next.name(), next.tensor()));
        }
        return made.size() < waiting.size();
    }

    private LabReport.MatrixPicture matrix(String name, Tensor tensor) {
        int side = name.equals(opened) ? MOST_OPENED_SIDE : MOST_SIDE;
        int seenRows = Math.min(name.endsWith(QKV) ? 3 * side : side, tensor.rows());
        int seenColumns = Math.min(side, tensor.cols());
        float[] weights = tensor.toArray();
        float[] seen = MatrixCells.of(weights, tensor.rows(), tensor.cols(), seenRows, seenColumns);
        cells.put(name, seen);
        float[] earlier = before == null ? null : before.cells.get(name);
        float[] changes =
                earlier == null || earlier.length != seen.length ? null : MatrixCells.difference(seen, earlier);
        double cellScale = MatrixCells.largest(seen);
        double changeScale = changes == null ? 0 : MatrixCells.largest(changes);
        return new LabReport.MatrixPicture(
                name,
                tensor.rows(),
                tensor.cols(),
                seenRows,
                seenColumns,
                MatrixCells.norm(weights),
                MatrixCells.largest(weights),
                cellScale,
                MatrixCells.quantized(seen, cellScale),
                changeScale,
                changes == null ? Bytes.EMPTY : MatrixCells.quantized(changes, changeScale));
    }

    /** The whole picture, with what the model computes now. */
    LabReport.ModelPicture picture() {
        PrequentialEngine engine = run.engine();
        return new LabReport.ModelPicture(
                run.id(),
                position,
                before == null ? position : before.position,
                shape(engine.config().model()),
                List.copyOf(made),
                WindowPictures.of(engine));
    }

    private static LabReport.ModelShape shape(ModelConfig model) {
        return new LabReport.ModelShape(
                model.nLayers(),
                model.nHeads(),
                model.dModel(),
                model.dMlp(),
                model.contextLength(),
                model.vocabSize(),
                model.outputSize(),
                word(model.norm()),
                word(model.activation()),
                word(model.position()),
                model.tieEmbeddings());
    }

    /** A constant as recipes write it. */
    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
