package microgpt.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import microgpt.protocol.Bytes;
import microgpt.protocol.train.TrainCommand.ExportFile;
import microgpt.protocol.train.TrainCommand.Format;
import microgpt.protocol.train.TrainCommand.Generation;
import microgpt.protocol.train.TrainCommand.ImportFile;
import microgpt.protocol.train.TrainReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The files that leave the browser, as others read them. */
@ExtendWith(LabExtension.class)
final class RunFilesTest {
    private static final int STEPS = 30;
    private static final int MORE = 20;

    @TempDir
    private Path folder;

    @Test
    void theJvmGoesOnWithTheRunOfTheBrowserAndBothEndAlike(Lab lab) throws Exception {
        BareTrainer tab = BareTrainer.open(lab);
        String run = tab.start("to be continued", STEPS);
        tab.finish();
        Path half = save(export(tab, run, Format.RUN_WITH_TEXT));
        Path out = folder.resolve("jvm");
        new Programs(folder)
                .microgpt(
                        "train",
                        "--from",
                        half.toString(),
                        "--set",
                        "max_steps=" + (STEPS + MORE),
                        "--out",
                        out.toString());
        tab.goOn(MORE);
        String browser = new String(export(tab, run, Format.LOSSES).content().toArray(), StandardCharsets.UTF_8);
        assertEquals(browser, Files.readString(out.resolve("losses.csv")));
        TrainReport.Exported whole = export(tab, run, Format.RUN);
        Map<String, TensorDigest> here = TensorDigest.read(whole.content().toArray());
        assertEquals(here, TensorDigest.read(Files.readAllBytes(out.resolve("run.safetensors"))));
        assertTrue(TensorDigest.read(Files.readAllBytes(half)).containsKey("text") && !here.containsKey("text"));
    }

    @Test
    void anIndependentReaderFindsTheSameTensors(Lab lab) throws Exception {
        BareTrainer tab = BareTrainer.open(lab);
        String run = tab.start("for others", STEPS);
        tab.finish();
        for (Format format : new Format[] {Format.MODEL, Format.RUN_WITH_TEXT}) {
            Path file = save(export(tab, run, format));
            Map<String, TensorDigest> ours = TensorDigest.read(Files.readAllBytes(file));
            assertEquals(ours, new Programs(folder).python(file));
            assertEquals("F32 [48, 16]", TensorDigest.shape(ours, "transformer.h.1.attn.c_attn.weight"));
        }
    }

    @Test
    void whatWasExportedComesBackAndWhatIsForeignDoesNot(Lab lab) {
        BareTrainer tab = BareTrainer.open(lab);
        String run = tab.start("there and back", STEPS);
        tab.finish();
        TrainReport.Exported tiny = export(tab, run, Format.TINYGPT);
        assertEquals("there-and-back.tinygpt", tiny.fileName());
        tab.send(new ImportFile(tiny.fileName(), tiny.content(), true));
        assertEquals("", tab.until(TrainReport.Imported.class).run());
        TrainReport.Exported whole = export(tab, run, Format.RUN);
        byte[] torn = whole.content().toArray();
        tab.send(new ImportFile("half.safetensors", Bytes.of(Arrays.copyOf(torn, torn.length / 2)), true));
        assertTrue(tab.failed().message().startsWith("half.safetensors: cut short"));
        tab.send(new ImportFile(whole.fileName(), whole.content(), true));
        String copy = tab.until(TrainReport.Imported.class).run();
        assertFalse(copy.isEmpty());
        assertEquals(STEPS, tab.resume(copy, Generation.NEWEST));
    }

    private static TrainReport.Exported export(BareTrainer tab, String run, Format format) {
        tab.send(new ExportFile(run, format));
        return tab.until(TrainReport.Exported.class);
    }

    private Path save(TrainReport.Exported file) throws IOException {
        return Files.write(folder.resolve(file.fileName()), file.content().toArray());
    }
}
