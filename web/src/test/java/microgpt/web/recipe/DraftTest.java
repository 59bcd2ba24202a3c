package microgpt.web.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import microgpt.config.BatchRecipe;
import microgpt.config.NamesRecipe;
import microgpt.config.OnlineRecipe;
import org.junit.jupiter.api.Test;

class DraftTest {
    private final Draft<OnlineRecipe> online = new Draft<>("online.tiny", tiny());
    private final Draft<BatchRecipe> batches = new Draft<>("small", byteTinygpt());

    @Test
    void whatTheWorkerPutInForceIsWantedAndWhatWaitsForARestartStays() {
        online.edit("optimizer.learning_rate", "5");
        online.edit("model.n_layers", "2");
        online.tuned();
        online.tunedTo(tiny());
        assertEquals(tiny().value("optimizer.learning_rate"), online.value("optimizer.learning_rate"));
        assertEquals(tiny().value("optimizer.learning_rate"), online.running().value("optimizer.learning_rate"));
        assertEquals(List.of("model.n_layers"), online.pending());
    }

    @Test
    void liveKeysAreInForceAtOnceAndOthersWait() {
        online.edit("optimizer.learning_rate", "0.007");
        online.edit("model.n_layers", "3");
        online.tuned();
        assertEquals("0.007", online.running().value("optimizer.learning_rate"));
        assertEquals(tiny().value("model.n_layers"), online.running().value("model.n_layers"));
        assertEquals(List.of("model.n_layers"), online.pending());
        assertEquals(Map.of("optimizer.learning_rate", "0.007"), online.runningChanges());
        online.restarted();
        assertEquals(List.of(), online.pending());
        assertEquals("3", online.runningChanges().get("model.n_layers"));
    }

    @Test
    void anEditThatMakesNoSenseYetWaitsForTheNext() {
        online.edit("model.n_heads", "5");
        assertFalse(online.complaint().isEmpty());
        assertEquals("5", online.value("model.n_heads"));
        assertEquals(tiny().value("model.n_heads"), online.wanted().value("model.n_heads"));
        online.edit("model.d_model", "20");
        assertEquals("", online.complaint());
        assertEquals("5", online.wanted().value("model.n_heads"));
    }

    @Test
    void goingBackToThePresetForgetsAllEdits() {
        online.edit("seed", "9");
        assertTrue(online.differs("seed"));
        online.edit("model.n_heads", "5");
        online.revert();
        assertFalse(online.differs("seed"));
        assertEquals(Map.of(), online.changes());
        assertEquals("", online.complaint());
        assertEquals("", online.complaintKey());
    }

    @Test
    void aComplaintAboutSeveralKeysIsSaidOfTheLastOneEdited() {
        batches.edit("n_heads", "5");
        assertEquals("n_heads", batches.complaintKey());
        assertTrue(batches.complaint().contains("128") && batches.complaint().contains("5"), batches.complaint());
        assertEquals(Map.of(), batches.changes());
        batches.edit("d_model", "100");
        assertEquals("", batches.complaintKey());
        assertEquals(Map.of("d_model", "100", "n_heads", "5"), batches.changes());
    }

    @Test
    void aComplaintIsAboutTheKeyThatItNames() {
        batches.edit("min_learning_rate", "0.0002");
        batches.edit("learning_rate", "0.0001");
        assertEquals("min_learning_rate", batches.complaintKey());
        batches.edit("min_learning_rate", "0");
        assertEquals("", batches.complaintKey());
        batches.edit("batch_size", "many");
        assertEquals("batch_size", batches.complaintKey());
        assertEquals("key \"batch_size\" must be a whole number, found \"many\"", batches.complaint());
    }

    @Test
    void aLinkIsTakenAsAWhole() {
        assertEquals(List.of(), online.take(Map.of("model.n_heads", "5", "model.d_model", "20")));
        assertEquals("20", online.running().value("model.d_model"));
    }

    @Test
    void whatALinkCannotChangeIsSaidAndTheRestTaken() {
        List<String> complaints = online.take(Map.of("model.widht", "20", "seed", "7"));
        assertEquals(1, complaints.size());
        assertTrue(complaints.get(0).contains("widht"), complaints.get(0));
        assertEquals("7", online.running().value("seed"));
    }

    @Test
    void keysThatMakeSenseTogetherOnlySurviveSeveralWrongOnes() {
        List<String> complaints =
                batches.take(Map.of("d_model", "100", "n_heads", "5", "sed", "3", "batch_size", "many"));
        assertEquals(2, complaints.size());
        assertTrue(complaints.toString().contains("did you mean \"seed\"?"), complaints.toString());
        assertEquals(100, batches.wanted().batches().model().dModel());
        assertEquals(5, batches.wanted().batches().model().nHeads());
    }

    @Test
    void ofKeysThatMakeNoSenseTogetherAsFewAsPossibleGo() {
        assertEquals(1, batches.take(Map.of("n_heads", "5", "seed", "7")).size());
        assertEquals(Map.of("seed", "7"), batches.changes());
    }

    @Test
    void aRecipeOfTheReadersReplacesTheEdits() {
        batches.edit("seed", "5");
        batches.replace(byteTinygpt().with("max_steps", "7"));
        assertEquals(Map.of("max_steps", "7"), batches.changes());
        assertEquals("7", batches.value("max_steps"));
        assertFalse(batches.differs("seed"));
    }

    @Test
    void recipesOfNamesHaveDraftsToo() {
        Draft<NamesRecipe> names = new Draft<>("microgpt-names", NamesRecipe.parse("{}", "names"));
        names.edit("training.steps", "500");
        assertEquals(Map.of("training.steps", "500"), names.changes());
        assertEquals(List.of(), names.pending());
    }

    private static OnlineRecipe tiny() {
        return OnlineRecipe.parse(read("online.tiny.json"), "online.tiny.json");
    }

    private static BatchRecipe byteTinygpt() {
        return BatchRecipe.parse(read("model.byte-tinygpt-v0.json"), "model", read("training.json"), "training");
    }

    private static String read(String config) {
        try {
            return Files.readString(Path.of("../configs", config));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
