package microgpt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import microgpt.checkpoint.Checkpoint;
import microgpt.checkpoint.TinyGptFile;
import microgpt.compute.JavaBackend;
import microgpt.corpus.ByteStream;
import microgpt.engine.BatchTrainer;
import org.junit.jupiter.api.Test;

/** Files that an earlier version wrote: they open, and go on with the losses of that version, to the bit. */
class EarlierFilesTest {
    @Test
    void aRunByBatchesGoesOn() throws IOException {
        Checkpoint checkpoint = Checkpoint.read("batches", earlier("batches.safetensors"));
        byte[] text = Objects.requireNonNull(checkpoint.text());
        BatchTrainer run = checkpoint.resume(JavaBackend.alone(), "verse.txt", ByteStream.of("text", text));
        assertEquals(3, run.steps());
        while (!run.isDone()) {
            run.advance();
        }
        assertEquals(5.54979133605957, run.history().training(3));
        assertEquals(5.5436553955078125, run.history().training(4));
        assertEquals(5.543933466076851, run.history().latestValidation());
    }

    @Test
    void anOnlineRunGoesOn() throws IOException {
        OnlineGpt gpt = OnlineGpt.restored(earlier("online.saved"));
        assertFalse(gpt.engine().prequential(), "it does not say whether it was tuned");
        float[] expected = {7.9115677f, 7.804266f, 7.9596634f, 7.930804f, 7.8081913f, 8.079071f, 7.8837104f, 8.137265f};
        assertArrayEquals(expected, gpt.observe("the cow ".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void aModelOfNamesGoesOn() throws IOException {
        MicroGpt gpt = MicroGpt.restored(earlier("names.saved"));
        assertEquals(2.388562334661091, gpt.train().loss());
    }

    @Test
    void aModelForTinyGptIsReadBack() throws IOException {
        Checkpoint run = Checkpoint.read("batches", earlier("batches.safetensors"));
        TinyGptFile file = TinyGptFile.read("model", earlier("model.tinygpt"));
        assertEquals(run.model(), file.recipe().batches().model());
        assertArrayEquals(
                run.weights(JavaBackend.alone()).all().toArray(),
                file.weights(JavaBackend.alone()).all().toArray());
    }

    /** A file that was written before files were checked as they are now. */
    static byte[] earlier(String name) throws IOException {
        try (InputStream in = EarlierFilesTest.class.getResourceAsStream("/microgpt/earlier/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}
