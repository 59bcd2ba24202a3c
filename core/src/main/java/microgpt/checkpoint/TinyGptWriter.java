package microgpt.checkpoint;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import microgpt.checkpoint.TinyGptLayout.Part;
import microgpt.engine.BatchConfig;
import microgpt.engine.BatchTrainer;
import microgpt.engine.LossHistory;
import microgpt.model.ModelConfig;
import microgpt.optim.Moments;

/** Writes a run as TinyGPT of version 2 reads it, with weights and moments, without the text it learned. */
public final class TinyGptWriter {
    private static final int MOST_POINTS = 512;

    private final BatchTrainer run;

    private TinyGptWriter(BatchTrainer run) {
        this.run = run;
    }

    /**
     * The whole file.
     *
     * @param savedAt when, in ISO 8601
     * @throws IllegalArgumentException if TinyGPT has no such model
     */
    public static byte[] write(BatchTrainer run, String savedAt) {
        ModelConfig model = run.config().model();
        if (model.vocabSize() != 256 || !model.tieEmbeddings()) {
            throw new IllegalArgumentException("a .tinygpt file needs vocab_size 256 and tie_embeddings true, found "
                    + model.vocabSize() + " and " + model.tieEmbeddings());
        }
        return new TinyGptWriter(run).write(savedAt);
    }

    private byte[] write(String savedAt) {
        int parameters = run.learner().weights().all().size();
        int stateBytes = Math.addExact(4, Math.multiplyExact(12, parameters));
        byte[] header = JsonWriter.string(header(savedAt, stateBytes)).getBytes(StandardCharsets.UTF_8);
        int start = TinyGptFile.PREFIX + header.length;
        byte[] bytes = new byte[Math.addExact(start, stateBytes)];
        System.arraycopy(TinyGptFile.MAGIC.getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 4);
        LittleEndian.putInt(bytes, 4, 2);
        LittleEndian.putInt(bytes, 8, header.length);
        System.arraycopy(header, 0, bytes, TinyGptFile.PREFIX, header.length);
        LittleEndian.putInt(bytes, start, (int) Math.min(run.steps(), Integer.MAX_VALUE)); // the format has 32 bits
        Moments moments = run.learner().moments();
        List<Part> weights = TinyGptLayout.of(run.learner().weights());
        List<Part> first = TinyGptLayout.of(moments.first());
        List<Part> second = TinyGptLayout.of(moments.second());
        int at = start + 4;
        for (int i = 0; i < weights.size(); i++) {
            at = write(weights.get(i), bytes, at);
            at = write(first.get(i), bytes, at);
            at = write(second.get(i), bytes, at);
        }
        return bytes;
    }

    private static int write(Part part, byte[] into, int at) {
        float[] values = part.tensor().toArray();
        int cols = part.tensor().cols();
        for (int i = 0; i < values.length; i++) {
            LittleEndian.putInt(into, at + 4 * part.place(i / cols, i % cols), Float.floatToRawIntBits(values[i]));
        }
        return at + 4 * values.length;
    }

    private JsonObject header(String savedAt, int stateBytes) {
        JsonObject header = new JsonObject();
        header.put("version", 2);
        header.put("savedAt", savedAt);
        header.put("config", config());
        header.put("manifest", manifest());
        header.put("includesOptimizerState", true);
        header.put("stateByteLength", stateBytes);
        header.put("lossHistory", losses());
        header.put("sample", "");
        return header;
    }

    private JsonObject config() {
        BatchConfig from = run.config();
        JsonObject config = new JsonObject();
        config.put("ctx", from.model().contextLength());
        config.put("layers", from.model().nLayers());
        config.put("heads", from.model().nHeads());
        config.put("dModel", from.model().dModel());
        config.put("dMlp", from.model().dMlp());
        config.put("batchSize", from.batchSize());
        config.put("learningRate", from.optimizer().learningRate());
        config.put("gradClip", from.optimizer().clip());
        config.put("maxSteps", from.maxSteps());
        config.put("evalEvery", from.evalInterval());
        config.put("seed", from.seed());
        config.put("backend", "wasm");
        return config;
    }

    private JsonArray manifest() {
        JsonArray manifest = new JsonArray();
        int offset = 0;
        for (Part part : TinyGptLayout.of(run.learner().weights())) {
            JsonObject tensor = new JsonObject();
            boolean isVector = part.tensor().rows() == 1 && !part.isLinear();
            tensor.put("name", part.name());
            tensor.put(
                    "shape",
                    isVector
                            ? JsonArray.from(part.tensor().cols())
                            : JsonArray.from(part.tensor().rows(), part.tensor().cols()));
            tensor.put("floatOffset", offset);
            manifest.add(tensor);
            offset += part.tensor().size();
        }
        return manifest;
    }

    /** At most about {@link #MOST_POINTS} points, evenly spaced, and the last. */
    private JsonArray losses() {
        LossHistory history = run.history();
        JsonArray points = new JsonArray();
        int spacing = (history.columns() + MOST_POINTS - 1) / MOST_POINTS;
        int look = 0;
        for (int column = 0; column < history.columns(); column++) {
            if ((column + 1) % spacing != 0 && column + 1 != history.columns()) {
                continue;
            }
            long step = history.updateAt(column);
            JsonObject point = new JsonObject();
            point.put("step", step);
            point.put("train", history.training(column));
            Double validation = null;
            while (look < history.looksKept() && history.lookedAt(look) <= step) {
                validation = history.validation(look++);
            }
            point.put("val", validation);
            points.add(point);
        }
        return points;
    }
}
