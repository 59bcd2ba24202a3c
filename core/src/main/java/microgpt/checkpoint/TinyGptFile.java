package microgpt.checkpoint;

import com.grack.nanojson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import microgpt.checkpoint.TinyGptLayout.Part;
import microgpt.compute.Backend;
import microgpt.config.BatchRecipe;
import microgpt.config.ConfigException;
import microgpt.json.Json;
import microgpt.json.JsonException;
import microgpt.json.JsonFields;
import microgpt.model.ModelConfig;
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

    private static final int LARGEST_BLOCK = 1 << 16;

    private final String file;
    private final byte[] bytes;
    private final int start;
    private final BatchRecipe recipe;
    private final String type;
    private final int block;

    private TinyGptFile(String file, byte[] bytes, int start, JsonFields header) {
        this.file = file;
        this.bytes = bytes;
        this.start = start;
        recipe = TinyGptRecipe.read(new JsonFields(header.object("config")));
        type = header.has("weightDtype") ? header.text("weightDtype") : "fp32";
        block = header.has("int4BlockSize") ? (int) header.whole("int4BlockSize", 2, LARGEST_BLOCK) : 64;
        check();
    }

    /**
     * The model in the header says how long the file must be. It says so itself once more, but not all programs that write
     * such files count alike.
     */
    private void check() {
        if (!List.of("fp32", "fp16", "int4").contains(type)) {
            throw new IllegalArgumentException(
                    "its weights are of type " + Json.shown(type) + ", expected fp32, fp16 or int4");
        }
        if (block % 2 != 0) {
            throw new IllegalArgumentException("its block size " + block + " must be an even number");
        }
        long expected = expectedBytes();
        long found = bytes.length - start - 4L;
        if (found != expected) {
            throw new IllegalArgumentException((found < expected ? "cut short: " : "too long: ") + found
                    + " bytes of weights, its model has " + expected);
        }
        if (steps() < 0) {
            throw new IllegalArgumentException("it says that " + steps() + " updates were made");
        }
    }

    private long expectedBytes() {
        ModelConfig model = recipe.batches().model();
        if (!type.equals("int4")) {
            return (type.equals("fp32") ? 12L : 2L) * model.parameterCount();
        }
        long blocks = 0;
        for (int size : TinyGptLayout.sizes(model)) {
            blocks += blocks(size);
        }
        return 2 * blocks + blocks * block / 2;
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
            JsonObject header = Json.object(new String(bytes, PREFIX, length, StandardCharsets.UTF_8));
            return new TinyGptFile(file, bytes, PREFIX + length, new JsonFields(header));
        } catch (JsonException e) {
            throw new BadFileException(file, "its header is not understood: " + e.getMessage());
        } catch (ConfigException e) {
            throw new BadFileException(file, "its model is not understood: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new BadFileException(file, String.valueOf(e.getMessage()));
        }
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
        return type.equals("fp32");
    }

    /**
     * The weights.
     *
     * @throws BadFileException if they are not all finite
     */
    public Weights weights(Backend on) {
        Weights weights = new Weights(recipe.batches().model(), on);
        switch (type) {
            case "fp32" -> readTriplets(weights, 0);
            case "fp16" -> readHalves(weights);
            default -> readNibbles(weights);
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
            checkSquares(moments.second());
            moments.restore(
                    steps(),
                    DoubleMath.pow(learner.config().beta1(), steps()),
                    DoubleMath.pow(learner.config().beta2(), steps()));
        }
    }

    private void checkSquares(Weights second) {
        for (float square : second.all().toArray()) {
            if (square < 0) {
                throw new BadFileException(file, "a moment, a mean of squares, is " + square);
            }
        }
    }

    /** Each tensor is stored three times: weights, first moments, second moments; {@code which} is 0, 1 or 2. */
    private void readTriplets(Weights into, int which) {
        int at = start + 4;
        for (Part part : TinyGptLayout.of(into)) {
            int size = part.tensor().size();
            int from = at + 4 * size * which;
            read(part, place -> Float.intBitsToFloat(LittleEndian.getInt(bytes, from + 4 * place)));
            at += 12 * size;
        }
    }

    private void readHalves(Weights into) {
        int at = start + 4;
        for (Part part : TinyGptLayout.of(into)) {
            int from = at;
            read(part, place -> LittleEndian.getHalf(bytes, from + 2 * place));
            at += 2 * part.tensor().size();
        }
    }

    /** Blocks of numbers from -8 to 7, two to a byte, times a scale of 16 bits for each; all scales come first. */
    private void readNibbles(Weights into) {
        List<Part> parts = TinyGptLayout.of(into);
        int scales = start + 4;
        int numbers = scales;
        for (Part part : parts) {
            numbers += 2 * (int) blocks(part.tensor().size());
        }
        for (Part part : parts) {
            int scalesFrom = scales;
            int numbersFrom = numbers;
            read(part, place -> {
                int two = bytes[numbersFrom + place / 2] & 0xff;
                int one = place % 2 == 0 ? two & 15 : two >>> 4;
                return (one - 8) * LittleEndian.getHalf(bytes, scalesFrom + 2 * (place / block));
            });
            scales += 2 * (int) blocks(part.tensor().size());
            numbers += (int) (blocks(part.tensor().size()) * block / 2);
        }
    }

    /** How many blocks hold so many numbers; the last need not be full. */
    private long blocks(int numbers) {
        return ((long) numbers + block - 1) / block;
    }

    /** A number of theirs, by its place in its tensor. */
    private interface Numbers {
        float at(int place);
    }

    private void read(Part part, Numbers numbers) {
        int cols = part.tensor().cols();
        float[] values = new float[part.tensor().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.at(part.place(i / cols, i % cols));
        }
        WeightNames.checkFinite(values, part.name(), file);
        part.tensor().memory().write(part.tensor().offset(), values, 0, values.length);
    }
}
