package microgpt.checkpoint;

import java.util.List;
import java.util.Map;
import microgpt.checkpoint.Checkpoint.Kind;
import microgpt.config.BatchRecipe;
import microgpt.config.OnlineRecipe;
import microgpt.corpus.ByteStream;
import microgpt.engine.BatchTrainer;
import microgpt.engine.PrequentialEngine;
import microgpt.model.NonFinite;
import microgpt.model.Weights;
import microgpt.numeric.Snapshot;

/** Puts runs and models into files, as {@link Checkpoint} reads them. */
final class CheckpointWriter {
    private final TensorFile content = new TensorFile();

    private CheckpointWriter(Kind kind) {
        content.putText("format", "pt");
        content.putText(Checkpoint.KIND, kind.label);
    }

    static byte[] write(BatchRecipe recipe, BatchTrainer run) {
        if (!recipe.batches().equals(run.config())) {
            throw new IllegalArgumentException("the recipe must be the one in force");
        }
        run.learner().checkFinite();
        CheckpointWriter writer = new CheckpointWriter(Kind.BATCHES);
        writer.put(recipe);
        writer.content.putText(Checkpoint.MANIFEST, ManifestJson.write(run.manifest()));
        WeightNames.put(run.learner().weights(), writer.content);
        Snapshot state = new Snapshot();
        run.save(state);
        writer.put(state);
        return writer.content.toBytes();
    }

    static byte[] write(OnlineRecipe recipe, PrequentialEngine run, ByteStream stream) {
        if (!recipe.online().equals(run.config())) {
            throw new IllegalArgumentException("the recipe must be the one in force");
        }
        run.learner().checkFinite();
        CheckpointWriter writer = new CheckpointWriter(Kind.ONLINE);
        writer.content.putText(Checkpoint.RECIPE, recipe.toJson());
        writer.content.putText(Checkpoint.STREAM, stream.sha256(run.position()));
        WeightNames.put(run.learner().weights(), writer.content);
        Snapshot state = new Snapshot();
        run.save(state);
        if (!stream.isWhole()) {
            stream.save(state.part(Checkpoint.STREAM_HELD));
        }
        writer.put(state);
        return writer.content.toBytes();
    }

    static byte[] write(BatchRecipe recipe, Weights weights) {
        NonFinite.check("weight", weights);
        CheckpointWriter writer = new CheckpointWriter(Kind.WEIGHTS);
        writer.put(recipe);
        WeightNames.put(weights, writer.content);
        return writer.content.toBytes();
    }

    static byte[] write(OnlineRecipe recipe, Weights weights) {
        NonFinite.check("weight", weights);
        CheckpointWriter writer = new CheckpointWriter(Kind.WEIGHTS);
        writer.content.putText(Checkpoint.RECIPE, recipe.toJson());
        WeightNames.put(weights, writer.content);
        return writer.content.toBytes();
    }

    private void put(BatchRecipe recipe) {
        content.putText(Checkpoint.MODEL, recipe.modelJson());
        content.putText(Checkpoint.TRAINING, recipe.trainingJson());
    }

    private void put(Snapshot state) {
        for (Map.Entry<String, Object> array : state.arrays().entrySet()) {
            content.put(
                    Checkpoint.STATE + array.getKey(), List.of(NumberType.count(array.getValue())), array.getValue());
        }
    }
}
