package microgpt.web.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import microgpt.config.BatchPreset;
import microgpt.config.BatchRecipe;
import microgpt.config.ConfigException;
import org.junit.jupiter.api.Test;

class TrainDraftTest {
    private static final String MODEL = read("model.byte-tinygpt-v0.json");
    private static final String TRAINING = read("training.json");
    private static final BatchRecipe USUAL = BatchRecipe.parse(MODEL, "model", TRAINING, "training");

    private final TrainDraft draft =
            new TrainDraft(USUAL, BatchPreset.parseList(read("training.presets.json"), "presets"));

    @Test
    void itBeginsWithTheDefaultPreset() {
        assertEquals("small", draft.preset());
        assertEquals("", draft.presetForLink());
        assertEquals("96", draft.value("d_model"));
        assertEquals(Map.of(), draft.changes());
    }

    @Test
    void aChangeOfThePresetIsPartOfTheLink() {
        draft.choose("tiny");
        draft.edit("learning_rate", "0.001");
        assertEquals("tiny", draft.presetForLink());
        assertEquals(Map.of("learning_rate", "0.001"), draft.changes());
        assertTrue(draft.differs("learning_rate"));
        draft.choose("xl");
        assertEquals(Map.of(), draft.changes());
        assertEquals(6_416_896, draft.wanted().batches().model().parameterCount());
    }

    @Test
    void whatMakesNoSenseIsComplainedOfAndCanBeMended() {
        draft.edit("n_heads", "5");
        assertEquals("n_heads", draft.complaintKey());
        assertTrue(draft.complaint().contains("96") && draft.complaint().contains("5"), draft.complaint());
        assertEquals("5", draft.value("n_heads"));
        assertEquals(Map.of(), draft.changes());
        draft.edit("d_model", "100");
        assertEquals("", draft.complaint());
        assertEquals(Map.of("d_model", "100", "n_heads", "5"), draft.changes());
    }

    @Test
    void aComplaintIsAboutTheKeyThatItNames() {
        draft.edit("min_learning_rate", "0.0002");
        draft.edit("learning_rate", "0.0001");
        assertEquals("min_learning_rate", draft.complaintKey());
        draft.edit("min_learning_rate", "0");
        assertEquals("", draft.complaintKey());
        draft.edit("batch_size", "many");
        assertEquals("key \"batch_size\" must be a whole number, found \"many\"", draft.complaint());
    }

    @Test
    void aLinkGivesWhatMakesSense() {
        List<String> complaints = draft.take("tiny", Map.of("d_model", "64", "n_heads", "4", "sed", "3"));
        assertEquals(1, complaints.size());
        assertTrue(complaints.get(0).contains("did you mean \"seed\"?"), complaints.get(0));
        assertEquals(64, draft.wanted().batches().model().dModel());
        assertEquals(4, draft.wanted().batches().model().nHeads());
        assertEquals(
                1,
                draft.take("", Map.of("sead", "3", "n_head", "4", "d_model", "96"))
                        .size());
        assertEquals(64, draft.wanted().batches().model().dModel());
    }

    @Test
    void anUnknownPresetLeavesTheDefault() {
        assertEquals(List.of("there is no model \"gigantic\""), draft.take("gigantic", Map.of()));
        assertEquals("small", draft.preset());
    }

    @Test
    void theReferenceFilesCanBePasted() {
        draft.paste(MODEL, TRAINING.replace("\"seed\": 42", "\"seed\": 7"));
        assertEquals(842_496, draft.wanted().batches().model().parameterCount());
        assertEquals("7", draft.changes().get("seed"));
        assertEquals("128", draft.value("d_model"));
        draft.revert();
        assertEquals("96", draft.value("d_model"));
    }

    @Test
    void whatIsNoRecipeIsNotPasted() {
        draft.edit("seed", "5");
        String where =
                String.valueOf(assertThrows(ConfigException.class, () -> draft.paste("{\n\"n_layer\": 3}", TRAINING))
                        .getMessage());
        assertTrue(where.startsWith("the model:2:"), where);
        assertTrue(where.contains("did you mean \"n_layers\"?"), where);
        assertEquals(Map.of("seed", "5"), draft.changes());
    }

    private static String read(String config) {
        try {
            return Files.readString(Path.of("../configs", config));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
