package microgpt.web.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import microgpt.config.OnlineRecipe;
import org.junit.jupiter.api.Test;

class DraftTest {
    private final Draft draft = new Draft("online.tiny", tiny());

    @Test
    void liveKeysAreInForceAtOnceAndOthersWait() {
        draft.edit("optimizer.learning_rate", "0.007");
        draft.edit("model.n_layers", "3");
        draft.tuned();
        assertEquals("0.007", draft.running().value("optimizer.learning_rate"));
        assertEquals(tiny().value("model.n_layers"), draft.running().value("model.n_layers"));
        assertEquals(List.of("model.n_layers"), draft.pending());
        assertEquals(Map.of("optimizer.learning_rate", "0.007"), draft.linkChanges());
        draft.restarted();
        assertEquals(List.of(), draft.pending());
        assertEquals("3", draft.linkChanges().get("model.n_layers"));
    }

    @Test
    void anEditThatMakesNoSenseYetWaitsForTheNext() {
        draft.edit("model.n_heads", "5");
        assertFalse(draft.complaint().isEmpty());
        assertEquals("5", draft.value("model.n_heads"));
        assertEquals(tiny().value("model.n_heads"), draft.wanted().value("model.n_heads"));
        draft.edit("model.d_model", "20");
        assertEquals("", draft.complaint());
        assertEquals("5", draft.wanted().value("model.n_heads"));
    }

    @Test
    void goingBackToThePresetForgetsAllEdits() {
        draft.edit("seed", "9");
        assertTrue(draft.differs("seed"));
        draft.revert();
        assertFalse(draft.differs("seed"));
        assertEquals(Map.of(), draft.linkChanges());
    }

    @Test
    void aLinkIsTakenAsAWhole() {
        assertEquals(List.of(), draft.take(Map.of("model.n_heads", "5", "model.d_model", "20")));
        assertEquals("20", draft.running().value("model.d_model"));
    }

    @Test
    void whatALinkCannotChangeIsSaidAndTheRestTaken() {
        List<String> complaints = draft.take(Map.of("model.widht", "20", "seed", "7"));
        assertEquals(1, complaints.size());
        assertTrue(complaints.get(0).contains("widht"), complaints.get(0));
        assertEquals("7", draft.running().value("seed"));
    }

    static OnlineRecipe tiny() {
        try {
            return OnlineRecipe.parse(Files.readString(Path.of("../configs/online.tiny.json")), "online.tiny.json");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
