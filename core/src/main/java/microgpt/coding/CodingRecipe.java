package microgpt.coding;

import com.grack.nanojson.JsonObject;
import microgpt.json.Json;
import microgpt.predict.BitExpert;

/** What predicts a text that is coded: as words in a file, and as the expert that they make. */
public sealed interface CodingRecipe permits CountsRecipe, RunRecipe {
    /** An expert who has read nothing. */
    BitExpert expert();

    /** The recipe as it stands in a file. */
    String toJson();

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @throws BadCodeException if it is something else
     */
    static CodingRecipe parse(String json) {
        try {
            JsonObject recipe = Json.object(json);
            return recipe.has(RunRecipe.KEY) ? RunRecipe.parse(recipe) : CountsRecipe.parse(recipe);
        } catch (IllegalArgumentException e) {
            throw new BadCodeException("the recipe is not understood: " + e.getMessage());
        }
    }
}
