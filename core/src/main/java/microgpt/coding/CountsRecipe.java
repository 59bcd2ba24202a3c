package microgpt.coding;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import microgpt.json.JsonFields;
import microgpt.predict.BitExpert;
import microgpt.predict.Mixture;
import microgpt.predict.MixtureConfig;
import microgpt.predict.Size;

/** Counts alone, of one of the shipped sizes and with so much room: as a recipe in a file, and as the expert it makes. */
public record CountsRecipe(Size size, int megabytes) implements CodingRecipe {
    public CountsRecipe {
        size.config().megabytes(megabytes);
    }

    @Override
    public BitExpert expert() {
        MixtureConfig config = size.config().megabytes(megabytes);
        return new Mixture(config);
    }

    @Override
    public String toJson() {
        JsonObject json = new JsonObject();
        json.put("counts", size.label());
        json.put("megabytes", megabytes);
        return JsonWriter.string(json);
    }

    /** Reads what {@link #toJson} wrote. */
    static CountsRecipe parse(JsonObject json) {
        JsonFields fields = new JsonFields(json);
        return new CountsRecipe(size(fields.text("counts")), (int) fields.whole("megabytes", 1, Integer.MAX_VALUE));
    }

    private static Size size(String label) {
        Size size = Size.labelled(label);
        if (size == null) {
            throw new IllegalArgumentException("counts must be one of " + Size.labels() + ", found " + label);
        }
        return size;
    }
}
