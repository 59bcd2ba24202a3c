package microgpt.web.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import microgpt.corpus.genre.Genre;
import org.junit.jupiter.api.Test;

class RecipeHashTest {
    @Test
    void theDefaultNeedsNoLink() {
        assertEquals("", new RecipeHash("", BuiltinText.DEFAULT, Map.of()).hash());
        assertEquals(BuiltinText.DEFAULT, RecipeHash.parse("").text());
    }

    @Test
    void aLinkSaysWhatDiffersAndIsReadBack() {
        RecipeHash recipe = new RecipeHash(
                "tiny", new BuiltinText(Genre.VERSE, 20_000), Map.of("max_steps", "50", "betas", "[0.9, 0.99]"));
        assertEquals("#v=1&preset=tiny&betas=%5B0.9%2C%200.99%5D&bytes=20000&max_steps=50&text=verse", recipe.hash());
        assertEquals(recipe, RecipeHash.parse(recipe.hash()));
    }

    @Test
    void aTextOfTheReadersOwnIsNotInIt() {
        assertEquals("#v=1&preset=tiny", new RecipeHash("tiny", null, Map.of()).hash());
    }

    @Test
    void whatCannotBeReadIsSaidAndTheRestKept() {
        RecipeHash recipe = RecipeHash.parse("#v=1&text=opera&seed=7");
        assertEquals(List.of("there is no built-in text \"opera\""), recipe.complaints());
        assertEquals(Map.of("seed", "7"), recipe.changes());
        assertEquals(
                List.of("a built-in text has 10000 to 10000000 bytes, not 3"),
                RecipeHash.parse("#v=1&bytes=3").complaints());
        assertEquals(
                List.of("“bytes=many” is not a number of bytes"),
                RecipeHash.parse("#v=1&bytes=many").complaints());
    }
}
