package microgpt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import microgpt.config.BatchRecipe;
import microgpt.config.ConfigKey;
import microgpt.config.OnlineRecipe;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void whatThePageOffersIsThere() throws IOException {
        Catalogue catalogue = Catalogue.parse(Files.readString(ROOT.resolve("static/lab.json")));
        assertFalse(catalogue.plans().isEmpty());
        for (Catalogue.Choice plan : catalogue.plans()) {
            assertTrue(Files.exists(ROOT.resolve("configs/" + plan.name() + ".json")), plan.name());
        }
    }

    @Test
    void everyKeyOfARecipeIsExplained() throws IOException {
        assertExplained("static/lab.json", OnlineRecipe.KEYS);
        assertExplained("static/train.json", BatchRecipe.KEYS);
    }

    private static void assertExplained(String file, List<ConfigKey> recipe) throws IOException {
        Set<String> explained = new TreeSet<>();
        for (Catalogue.Group group :
                Catalogue.parse(Files.readString(ROOT.resolve(file))).settings()) {
            for (Catalogue.Setting setting : group.settings()) {
                assertTrue(setting.help().length() > 50, setting.key());
                assertTrue(explained.add(setting.key()), setting.key() + " is explained twice");
            }
        }
        Set<String> keys = new TreeSet<>();
        for (ConfigKey key : recipe) {
            keys.add(key.dotted());
        }
        assertEquals(keys, explained);
    }

    @Test
    void keysThatNobodyExplainsComeLast() {
        Catalogue catalogue = Catalogue.parse("""
                {"settings": [{"title": "Start", "keys": [{"key": "seed", "label": "Seed", "help": "Where it begins."}]}]}""");
        List<Catalogue.Group> groups = catalogue.groupsOf(OnlineRecipe.KEYS);
        assertEquals(2, groups.size());
        assertEquals("Others", groups.get(1).title());
        assertEquals(OnlineRecipe.KEYS.size() - 1, groups.get(1).settings().size());
        assertEquals("model.vocab_size", groups.get(1).settings().get(0).label());
    }

    @Test
    void settingsHaveAKeyALabelAndAnExplanation() {
        Catalogue catalogue = Catalogue.parse("""
                {"plans": [], "phrases": {"verse": "verse that rhymes"}, "settings":
                  [{"title": "Model", "keys": [{"key": "model.d_model", "label": "Width", "help": "How wide."}]}]}""");
        assertEquals("verse that rhymes", catalogue.phrases().get("verse"));
        assertEquals(
                new Catalogue.Setting("model.d_model", "Width", "", "How wide."),
                catalogue.settings().get(0).settings().get(0));
    }

    /** A browser cannot catch a stack that overflows. */
    @Test
    void bracketsWithoutEndAreRefused() {
        String brackets = "[".repeat(100_000);
        Exception e = assertThrows(IllegalArgumentException.class, () -> Catalogue.parse("{\"settings\": " + brackets));
        assertTrue(String.valueOf(e.getMessage()).contains("64"), e.getMessage());
    }

    @Test
    void whatIsMissingIsNamed() {
        Exception none = assertThrows(IllegalArgumentException.class, () -> Catalogue.parse("{}"));
        assertEquals("missing key \"settings\", expected a list", none.getMessage());
        Exception keys = assertThrows(
                IllegalArgumentException.class, () -> Catalogue.parse("{\"settings\": [{\"title\": \"Start\"}]}"));
        assertEquals("missing key \"keys\", expected a list", keys.getMessage());
        Exception other = assertThrows(IllegalArgumentException.class, () -> Catalogue.parse("{\"settings\": [3]}"));
        assertEquals("a list holds 3, expected objects", other.getMessage());
    }
}
