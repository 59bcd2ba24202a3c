package microgpt.coding;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import microgpt.json.Json;
import microgpt.json.JsonFields;
import microgpt.predict.BitExpert;
import microgpt.predict.Mixture;
import microgpt.predict.MixtureConfig;
import microgpt.predict.Size;

/** Counts alone, of one of the shipped sizes and with so much room: as a recipe in a file, and as the expert it makes. */
public record CountsRecipe(Size size, int megabytes) {
    public CountsRecipe {
        size.config().megabytes(megabytes);
    }

    public BitExpert expert() {
        MixtureConfig config = size.config().megabytes(megabytes);
        return new Mixture(config);
    }

    public String toJson() {
        JsonObject json = new JsonObject();
        json.put("counts", size.label());
        json.put("megabytes", megabytes);
        return JsonWriter.string(json);
    }

    /** Reads what {@link #toJson} wrote. */
    public static CountsRecipe parse(String json) {
        try {
            JsonFields fields = new JsonFields(Json.object(json));
            return new CountsRecipe(size(fields.text("counts")), (int) fields.whole("megabytes", 1, Integer.MAX_VALUE));
        } catch (IllegalArgumentException e) {
            throw new BadCodeException("the recipe is not understood: " + e.getMessage());
        }
    }

    private static Size size(String label) {
        for (Size size : Size.values()) {
            if (size.label().equals(label)) {
                return size;
            }
        }
        throw new IllegalArgumentException("counts must be mini, lean or rich, found " + label);
    }
}
