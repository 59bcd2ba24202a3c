package microgpt.checkpoint;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import microgpt.checkpoint.TinyGptLayout.Part;
import microgpt.compute.Backend;
import microgpt.config.BatchRecipe;
import microgpt.config.ConfigException;
import microgpt.model.Weights;
import microgpt.numeric.DoubleMath;
import microgpt.optim.Learner;
import microgpt.optim.Moments;

/**
 * A model as TinyGPT saves it, in versions 1 and 2, with weights of 32 bits and moments, or weights alone of 16 or 4 bits.
 * Any text of a corpus that such a file carries is left alone.
 */
public final class TinyGptFile {
    static final String MAGIC = "TGPT";
    static final int PREFIX = 12;

    private final String file;
    private final byte[] bytes;
    private final JsonObject header;
    private final int start;
    private final BatchRecipe recipe;

    private TinyGptFile(String file, byte[] bytes, JsonObject header, int start) {
        this.file = file;
        this.bytes = bytes;
        this.header = header;
        this.start = start;
        recipe = recipe(header.getObject("config", new JsonObject()));
    }

    /** Whether a file of these bytes says that it is one. */
    public static boolean isOne(byte[] bytes) {
        return bytes.length >= PREFIX && new String(bytes, 0, 4, StandardCharsets.ISO_8859_1).equals(MAGIC);
    }

    /**
     * Reads one.
     *
     * @throws BadFileException naming {@code file} and the reason
     */
    public static TinyGptFile read(String file, byte[] bytes) {
        if (!isOne(bytes)) {
            throw new BadFileException(file, "not a .tinygpt file: it does not begin with " + MAGIC);
        }
        int version = LittleEndian.getInt(bytes, 4);
        if (version != 1 && version != 2) {
            throw new BadFileException(file, "a .tinygpt file of version " + version + ", expected 1 or 2");
        }
        int length = LittleEndian.getInt(bytes, 8);
        if (length < 2 || length > bytes.length - PREFIX - 4) {
            throw new BadFileException(
                    file, "cut short: its header takes " + length + " bytes, but it has " + bytes.length);
        }
        try {
            JsonObject header = JsonParser.object().from(new String(bytes, PREFIX, length, StandardCharsets.UTF_8));
            return new TinyGptFile(file, bytes, header, PREFIX + length);
        } catch (JsonParserException e) {
            throw new BadFileException(file, "its header is not JSON: " + e.getMessage());
        }
    }

    private BatchRecipe recipe(JsonObject config) {
        JsonObject model = new JsonObject();
        model.put("model_name", "tinygpt");
        model.put("vocab_size", 256);
        model.put("context_length", config.getInt("ctx"));
        model.put("n_layers", config.getInt("layers"));
        model.put("n_heads", config.getInt("heads"));
        model.put("d_model", config.getInt("dModel"));
        model.put("d_mlp", config.getInt("dMlp", 4 * config.getInt("dModel")));
        model.put("dropout", 0);
        model.put("tie_embeddings", true);
        model.put("dtype", "float32");
        JsonObject training = new JsonObject();
        training.put("batch_size", config.getInt("batchSize", 16));
        training.put("learning_rate", config.getDouble("learningRate", 3e-4));
        training.put("optimizer", "adamw");
        training.put("betas", JsonArray.from(0.9, 0.95));
        training.put("eps", 1e-8);
        training.put("weight_decay", 0.1);
        training.put("grad_clip", config.getDouble("gradClip", 1));
        training.put("max_steps", config.getInt("maxSteps", 1500));
        training.put("eval_interval", config.getInt("evalEvery", 50));
        training.put("sample_interval", 500);
        training.put("checkpoint_interval", 500);
        training.put("seed", config.getInt("seed", 42));
        try {
            return BatchRecipe.parse(text(model), "its model", text(training), "its training");
        } catch (ConfigException e) {
            throw new BadFileException(file, "its model is not understood: " + e.getMessage());
        }
    }

    private static String text(JsonObject json) {
        return JsonWriter.string(json);
    }

    /** The shape of the model, and how it was trained. */
    public BatchRecipe recipe() {
        return recipe;
    }

    /** Updates made. */
    public int steps() {
        return LittleEndian.getInt(bytes, start);
    }

    /** Whether the moments of AdamW are in the file. */
    public boolean hasMoments() {
        return header.getString("weightDtype", "fp32").equals("fp32");
    }

    /** The weights. */
    public Weights weights(Backend on) {
        Weights weights = new Weights(recipe.batches().model(), on);
        String type = header.getString("weightDtype", "fp32");
        switch (type) {
            case "fp32" -> readTriplets(weights, 0);
            case "fp16" -> readHalves(weights);
            case "int4" -> readNibbles(weights);
            default ->
                throw new BadFileException(file, "its weights are of type " + type + ", expected fp32, fp16 or int4");
        }
        return weights;
    }

    /** Sets weights, and moments if there are any, of a learner of this model; what is not in the file starts anew. */
    public void readInto(Learner learner, Backend on) {
        on.copy(learner.weights().all(), weights(on).all());
        if (hasMoments()) {
            Moments moments = learner.moments();
            readTriplets(moments.first(), 1);
            readTriplets(moments.second(), 2);
            moments.restore(
                    steps(),
                    DoubleMath.pow(learner.config().beta1(), steps()),
                    DoubleMath.pow(learner.config().beta2(), steps()));
        }
    }

    /** Each tensor is stored three times: weights, first moments, second moments; {@code which} is 0, 1 or 2. */
    private void readTriplets(Weights into, int which) {
        checkSize(12L * into.all().size());
        int at = start + 4;
        for (Part part : TinyGptLayout.of(into)) {
            int size = part.tensor().size();
            int from = at + 4 * size * which;
            read(part, place -> Float.intBitsToFloat(LittleEndian.getInt(bytes, from + 4 * place)));
            at += 12 * size;
        }
    }

    private void readHalves(Weights into) {
        checkSize(2L * into.all().size());
        int at = start + 4;
        for (Part part : TinyGptLayout.of(into)) {
            int from = at;
            read(part, place -> LittleEndian.getHalf(bytes, from + 2 * place));
            at += 2 * part.tensor().size();
        }
    }

    /** Blocks of numbers from -8 to 7, two to a byte, times a scale of 16 bits for each; all scales come first. */
    private void readNibbles(Weights into) {
        int block = header.getInt("int4BlockSize", 64);
        if (block < 2 || block % 2 != 0) {
            throw new BadFileException(file, "its block size " + block + " must be an even number");
        }
        List<Part> parts = TinyGptLayout.of(into);
        int blocks = 0;
        for (Part part : parts) {
            blocks += blocks(part, block);
        }
        checkSize(2L * blocks + (long) blocks * block / 2);
        int scales = start + 4;
        int numbers = scales + 2 * blocks;
        for (Part part : parts) {
            int scalesFrom = scales;
            int numbersFrom = numbers;
            read(part, place -> {
                int two = bytes[numbersFrom + place / 2] & 0xff;
                int one = place % 2 == 0 ? two & 15 : two >>> 4;
                return (one - 8) * LittleEndian.getHalf(bytes, scalesFrom + 2 * (place / block));
            });
            scales += 2 * blocks(part, block);
            numbers += blocks(part, block) * block / 2;
        }
    }

    private static int blocks(Part part, int block) {
        return (part.tensor().size() + block - 1) / block;
    }

    private void checkSize(long expected) {
        long found = bytes.length - start - 4L;
        if (found != expected) {
            throw new BadFileException(
                    file,
                    (found < expected ? "cut short: " : "too long: ") + found + " bytes of weights, its model has "
                            + expected);
        }
    }

    /** A number of theirs, by its place in its tensor. */
    private interface Numbers {
        float at(int place);
    }

    private static void read(Part part, Numbers numbers) {
        int cols = part.tensor().cols();
        float[] values = new float[part.tensor().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.at(part.place(i / cols, i % cols));
        }
        part.tensor().memory().write(part.tensor().offset(), values, 0, values.length);
    }
}
