package microgpt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecipeLinkTest {
    @Test
    void aRecipeSurvivesItsLink() {
        RecipeLink recipe = new RecipeLink(
                "online.tiny", "phases.short", Map.of("optimizer.learning_rate", "0.01", "model.note", "a&b=c é%"));
        assertEquals(recipe, RecipeLink.parse(recipe.hash()));
    }

    @Test
    void theHashIsReadableAndInOrder() {
        assertEquals(
                "#v=1&preset=online.tiny&model.d_model=32&seed=7",
                new RecipeLink("online.tiny", "", Map.of("seed", "7", "model.d_model", "32")).hash());
    }

    @Test
    void noHashIsTheDefault() {
        assertEquals(RecipeLink.EMPTY, RecipeLink.parse(""));
        assertEquals(RecipeLink.EMPTY, RecipeLink.parse("#"));
    }

    @Test
    void anotherVersionIsRefusedAsAWhole() {
        RecipeLink link = RecipeLink.parse("#v=9&preset=online.tiny");
        assertEquals("", link.preset());
        assertEquals(List.of("this link is of version “9”, this page reads version 1"), link.complaints());
    }

    @Test
    void whatCannotBeReadIsNamedAndTheRestStays() {
        RecipeLink link = RecipeLink.parse("#v=1&nonsense&seed=3&%zz=1");
        assertEquals("3", link.changes().get("seed"));
        assertEquals("1", link.changes().get("%zz"));
        assertTrue(link.complaints().get(0).contains("nonsense"));
    }
}
