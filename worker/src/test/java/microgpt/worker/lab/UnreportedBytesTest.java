package microgpt.worker.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import microgpt.compute.JavaBackend;
import microgpt.config.OnlineRecipe;
import microgpt.corpus.ByteStream;
import microgpt.engine.Predictor;
import microgpt.engine.PrequentialEngine;
import microgpt.engine.StepResult;
import microgpt.protocol.Bytes;
import microgpt.protocol.Floats;
import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;

class UnreportedBytesTest {
    private final byte[] text = "it was the best of times. ".repeat(30).getBytes(StandardCharsets.US_ASCII);
    private final UnreportedBytes unreported = new UnreportedBytes();

    @Test
    void whatWasReadIsTakenOnce() throws IOException {
        StepResult step = engine("true").step();
        add(step);
        LabReport.Read read = unreported.take(5);
        assertEquals(5, read.run());
        assertEquals(step.count(), read.position());
        for (int k = 0; k < step.count(); k++) {
            assertEquals(text[k], read.bytes().at(k));
            assertEquals((float) step.bits(k), read.bits().at(k));
            assertEquals(
                    (float) step.bits(Predictor.COUNTS, k),
                    read.others().get(1).bits().at(k));
        }
        assertEquals(
                List.of("transformer", "counts"),
                read.others().stream().map(LabReport.Costs::predictor).toList());
        assertTrue(unreported.isEmpty());
        assertEquals(Bytes.EMPTY, unreported.take(5).bytes());
    }

    @Test
    void ofManyBytesTheNewestAreKept() throws IOException {
        PrequentialEngine engine = engine("false");
        StepResult step = engine.step();
        add(step);
        while (engine.canStep()) {
            add(engine.step());
        }
        LabReport.Read read = unreported.take(5);
        assertEquals(UnreportedBytes.MOST, read.bytes().size());
        assertEquals(text.length, read.position());
        assertEquals(List.of(), read.others());
        Floats bits = read.bits();
        assertEquals((float) step.bits(step.count() - 1), bits.at(bits.size() - 1));
        assertEquals(text[text.length - UnreportedBytes.MOST], read.bytes().at(0));
    }

    private void add(StepResult step) {
        for (int k = 0; k < step.count(); k++) {
            unreported.add(step, k, text[(int) step.position() + k]);
        }
    }

    private PrequentialEngine engine(String mixture) throws IOException {
        OnlineRecipe recipe = OnlineRecipe.parse(Files.readString(Path.of("../configs/online.tiny.json")), "tiny")
                .with("mixture.enabled", mixture);
        return new PrequentialEngine(recipe.online(), JavaBackend.alone(), ByteStream.of("text", text));
    }
}
