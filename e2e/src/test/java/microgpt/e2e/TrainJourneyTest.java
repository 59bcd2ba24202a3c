package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import microgpt.corpus.ByteStream;
import microgpt.corpus.Corpus;
import microgpt.corpus.PhasePlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * One run of the reference model from its first step in a browser to its last on the JVM: byte-tinygpt-v0 as its two files
 * say, on 1 MB of text. Only the intervals are shorter than there, so that everything happens within a few steps, and it is
 * left long before the last of its 10,000.
 */
@ExtendWith(LabExtension.class)
final class TrainJourneyTest {
    private static final int BYTES = 1_000_000;
    private static final int CHECKPOINT_INTERVAL = 2;
    private static final String RECIPE = "preset=byte-tinygpt-v0&text=stories&bytes=" + BYTES
            + "&eval_interval=3&eval_batches=1&sample_interval=2&checkpoint_interval=" + CHECKPOINT_INTERVAL;
    private static final String TEXT =
            "{\"seed\": 2, \"phases\": [{\"phase\": \"stories\", \"bytes\": " + BYTES + "}]}";

    /** What a step may cost on a slow machine adds up. */
    private static final int PATIENCE_MS = 120_000;

    /** How many steps both go on for after the export. */
    private static final int MORE = 2;

    @TempDir
    private Path folder;

    @Test
    void theReferenceModelGoesFromTheTabToTheJvm(Lab lab) throws IOException, InterruptedException {
        lab.page().setDefaultTimeout(PATIENCE_MS);
        TrainLab train = new TrainLab(lab).open(RECIPE).start().waitForStep(CHECKPOINT_INTERVAL + 1);
        assertThat(train.at("backend")).hasText("simd");
        int shown = (int) train.step();
        lab.killTab().page().setDefaultTimeout(PATIENCE_MS);
        int saved = resumeWhatWasKilled(train);
        assertTrue(saved >= CHECKPOINT_INTERVAL && saved >= shown - CHECKPOINT_INTERVAL, saved + " of " + shown);
        train.waitForStep(saved + 1);
        assertASampleWhileItTrains(train);
        pauseAndSave(train);

        Path run = export(train, "export-run");
        Path model = export(train, "export-model");
        int steps = losses(export(train, "export-losses")).size();
        assertTrue(steps > saved, steps + " steps after " + saved);

        List<Double> onTheJvm = goOnOnTheJvm(run, steps);
        pauseAndSave(train.resume().waitForStep(steps + MORE));
        List<Double> inTheTab = losses(export(train, "export-losses"));
        assertEquals(steps + MORE, onTheJvm.size());
        assertEquals(Math.log(256), inTheTab.get(0), 0.1);
        assertEquals(inTheTab.subList(0, steps), onTheJvm.subList(0, steps), "the past");
        for (int step = steps; step < steps + MORE; step++) {
            assertEquals(inTheTab.get(step), onTheJvm.get(step), 1e-3, "after " + step + " steps");
        }
        assertReadersAgree(run);
        assertReadersAgree(model);
    }

    /** Returns how many steps were safe. */
    private static int resumeWhatWasKilled(TrainLab train) {
        train.open(RECIPE);
        assertThat(train.at("resume-offer")).containsText("“stories, 4 × 128” was being trained");
        int saved = Integer.parseInt(train.at("saved-stamp").getAttribute("data-steps"));
        train.at("resume-offer-yes").click();
        assertThat(train.at("resume-offer")).isHidden();
        return saved;
    }

    private static void assertASampleWhileItTrains(TrainLab train) {
        train.at("sample-prompt").fill("Once ");
        train.at("sample-length").fill("40");
        train.at("sample").click();
        Locator asked = train.at("sample-list").locator("[data-asked]");
        assertThat(asked).hasCount(1);
        assertThat(asked)
                .hasAttribute(
                        "data-complete", "true", new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MS));
        assertThat(asked).hasAttribute("data-bytes", "45");
        assertThat(asked).containsText("Once ");
        train.waitForStep(train.step() + 1).waitForMood("running");
    }

    /** Pauses, and waits until the library holds the step that it paused at. */
    private static void pauseAndSave(TrainLab train) {
        train.pause();
        Locator stamp = train.at("saved-stamp");
        train.page().waitForCondition(() -> Long.toString(train.step()).equals(stamp.getAttribute("data-steps")));
    }

    private Path export(TrainLab train, String button) {
        Page page = train.page();
        Locator card = page.locator(".saved-run.present");
        if (!card.getByTestId(button).isVisible()) {
            card.getByTestId("files").click();
        }
        Download download = page.waitForDownload(() -> card.getByTestId(button).click());
        Path file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }

    private void assertReadersAgree(Path file) throws IOException, InterruptedException {
        var ours = TensorDigest.read(Files.readAllBytes(file));
        assertEquals(ours, new Programs(folder).python(file));
        assertEquals("F32 [384, 128]", TensorDigest.shape(ours, "transformer.h.3.attn.c_attn.weight"));
    }

    /** Goes on from the exported file with the same text on the Java back end; returns all losses of the run. */
    private List<Double> goOnOnTheJvm(Path run, int steps) throws IOException, InterruptedException {
        ByteStream stream = Corpus.build(PhasePlan.parse("the phases", TEXT));
        byte[] text = new byte[(int) stream.size()]; // its last story is whole
        stream.read(0, text, 0, text.length);
        Path file = Files.write(folder.resolve("stories"), text);
        Path out = folder.resolve("jvm");
        String maxSteps = "max_steps=" + (steps + MORE);
        String said = new Programs(folder)
                .microgpt(
                        "train", "--from", run.toString(), "--set", maxSteps, "--out", out.toString(), file.toString());
        Matcher begun =
                Pattern.compile("\"parameters\":(\\d+),\"step\":(\\d+),").matcher(said);
        assertTrue(begun.find(), said);
        assertEquals(steps, Integer.parseInt(begun.group(2)), said);
        return losses(out.resolve("losses.csv"));
    }

    /** The training loss of each step. */
    private static List<Double> losses(Path csv) throws IOException {
        return Files.readAllLines(csv).stream()
                .filter(line -> line.matches("[1-9].*"))
                .map(line -> Double.valueOf(line.split(",", -1)[1]))
                .toList();
    }
}
