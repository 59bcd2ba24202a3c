package microgpt.web.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecipeLinkTest {
    private static final List<String> LAB = List.of("preset", "plan");

    @Test
    void aRecipeSurvivesItsLink() {
        RecipeLink recipe = RecipeLink.EMPTY
                .with("preset", "online.tiny")
                .with("plan", "phases.short")
                .withChanges(Map.of("optimizer.learning_rate", "0.01", "model.note", "a&b=c é%"));
        assertEquals(recipe, RecipeLink.parse(recipe.hash(), LAB));
    }

    @Test
    void theHashIsReadableAndInOrder() {
        RecipeLink recipe = RecipeLink.EMPTY
                .with("preset", "online.tiny")
                .with("plan", "")
                .withChanges(Map.of("seed", "7", "model.d_model", "32"));
        assertEquals("#v=4&preset=online.tiny&model.d_model=32&seed=7", recipe.hash());
    }

    @Test
    void theDefaultNeedsNoHash() {
        assertEquals("", RecipeLink.EMPTY.hash());
        assertEquals(
                "", RecipeLink.EMPTY.with("preset", "tiny").with("preset", "").hash());
        assertEquals(RecipeLink.EMPTY, RecipeLink.parse("", LAB));
        assertEquals(RecipeLink.EMPTY, RecipeLink.parse("#", LAB));
    }

    @Test
    void whatIsAChoiceDependsOnThePage() {
        String hash = "#v=4&preset=tiny&plan=phases&text=verse";
        RecipeLink lab = RecipeLink.parse(hash, LAB);
        assertEquals("phases", lab.choice("plan"));
        assertEquals(Map.of("text", "verse"), lab.changes());
        RecipeLink train = RecipeLink.parse(hash, List.of("preset", "text"));
        assertEquals("verse", train.choice("text"));
        assertEquals(Map.of("plan", "phases"), train.changes());
    }

    @Test
    void anotherVersionIsRefusedAsAWhole() {
        RecipeLink link = RecipeLink.parse("#v=9&preset=online.tiny", LAB);
        assertEquals("", link.choice("preset"));
        assertEquals(List.of("this link is of version “9”, this page reads versions 1, 2, 3, 4"), link.complaints());
    }

    @Test
    void whatCannotBeReadIsNamedAndTheRestStays() {
        RecipeLink link = RecipeLink.parse("#v=1&nonsense&seed=3&%zz=1", LAB);
        assertEquals("3", link.changes().get("seed"));
        assertEquals("1", link.changes().get("%zz"));
        assertTrue(link.complaints().get(0).contains("nonsense"));
    }
}
