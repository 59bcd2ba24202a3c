package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import microgpt.compute.JavaBackend;
import microgpt.compute.Tensor;
import microgpt.config.BatchPreset;
import microgpt.config.BatchRecipe;
import microgpt.corpus.ByteStream;
import microgpt.corpus.Corpus;
import microgpt.corpus.DatasetManifest;
import microgpt.corpus.PhasePlan;
import microgpt.engine.BatchConfig;
import microgpt.engine.BatchTrainer;
import microgpt.model.Decoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page that trains by batches: samples while it trains, and a look inside from any byte of one. */
@ExtendWith(LabExtension.class)
final class TrainInsideTest {
    private static final Path CONFIGS =
            LabExtension.built().resolve("../../configs").normalize();
    private static final String PRESET = "tiny";
    private static final Map<String, String> CHANGES = Map.of(
            "n_layers", "1",
            "d_model", "16",
            "n_heads", "2",
            "d_mlp", "32",
            "batch_size", "4",
            "max_steps", "60",
            "eval_interval", "30",
            "eval_batches", "2",
            "sample_interval", "60",
            "checkpoint_interval", "60");
    private static final String PROMPT = "The cat sat on the mat.";
    private static final String TEXT = "{\"seed\": 2, \"phases\": [{\"phase\": \"stories\", \"bytes\": 20000}]}";

    private static TrainLab trained(Lab lab) {
        StringBuilder recipe = new StringBuilder("preset=" + PRESET + "&text=stories&bytes=20000");
        CHANGES.forEach(
                (key, value) -> recipe.append('&').append(key).append('=').append(value));
        return new TrainLab(lab).open(recipe.toString()).start().waitForEnd();
    }

    /** Waits until as many samples are there as a whole, and returns all of them, newest first. */
    private static Locator written(TrainLab train, int count) {
        Locator samples = train.at("written");
        assertThat(samples.and(train.page().locator("[data-complete=true]"))).hasCount(count);
        return samples;
    }

    @Test
    void samplesComeByThemselvesAndWhenAskedWhileItTrains(Lab lab) {
        TrainLab train = trained(lab);
        written(train, 1);
        train.at("sample-prompt").fill("The ");
        train.at("sample-length").fill("60");
        train.at("sample").click();
        written(train, 2);
        train.at("sample").click();
        Locator samples = written(train, 3);
        assertThat(samples.nth(0)).containsText("step 60");
        String text = samples.nth(0).locator(".text").textContent();
        assertThat(samples.nth(0)).hasAttribute("data-rate", Pattern.compile("[1-9].*"));
        assertTrue(text.startsWith("The "), text);
        assertEquals(text, samples.nth(1).locator(".text").textContent(), "the same seed and the same weights");

        train.at("sample-length").fill("5000");
        train.at("more-steps").fill("1000000");
        train.at("go-on").click();
        train.waitForStep(61);
        train.at("sample").click();
        Locator asked = train.at("sample-list").locator("[data-asked]");
        assertThat(asked).hasCount(3);
        assertThat(asked.first()).hasAttribute("data-complete", "true");
        assertThat(asked.first()).hasAttribute("data-bytes", "5004");
        train.waitForStep(train.step() + 1);
        train.page()
                .evaluate(
                        "() => ['sample', 'sample-stop'].forEach(id => document.querySelector(`[data-testid=${id}]`).click())");
        assertThat(asked).hasCount(4);
        assertThat(asked.first()).hasAttribute("data-complete", "true");
        assertThat(asked.first()).not().hasAttribute("data-bytes", "5004");
        train.pause();
    }

    @Test
    void aByteOfASampleOpensTheModel(Lab lab) throws IOException {
        TrainLab train = trained(lab);
        train.at("sample-prompt").fill(PROMPT);
        train.at("sample").click();
        Locator bytes = written(train, 2).nth(0).locator("[data-piece]");
        bytes.nth(20).click();
        Locator choices = train.at("inside-whole").locator("li");
        assertThat(train.at("inside-since")).hasAttribute("data-length", "20");
        assertThat(train.at("inside-since")).containsText("after step 60, the present ones");
        assertThat(choices).hasCount(10);
        assertExpects(PROMPT.substring(0, 20), choices);
        assertThat(train.at("lens").locator("tr")).hasCount(2);
        assertThat(train.at("head")).hasAttribute("aria-label", Pattern.compile("Layer 1, head 1, enlarged.*"));

        train.at("ablation").selectOption("1");
        Locator note = train.at("ablation-note");
        assertThat(note).containsText("Without head 1 of layer 1");
        assertTrue(Double.parseDouble(note.getAttribute("data-divergence")) > 0, "a head changes something");
        assertThat(train.at("inside-next").locator("li").first())
                .not()
                .hasAttribute("data-probability", choices.first().getAttribute("data-probability"));

        bytes.nth(20).press("Home");
        bytes.nth(0).press("ArrowRight");
        bytes.nth(1).press("ArrowRight");
        bytes.nth(2).press("Enter");
        assertThat(train.at("inside-since")).hasAttribute("data-length", "2");
        assertThat(bytes.nth(2)).isFocused();
        List<String> barriers = new AxeBuilder(train.page())
                .include("[data-testid=samples]").include("[data-testid=inside]").analyze().getViolations().stream()
                        .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                        .toList();
        assertEquals(List.of(), barriers);
    }

    /** The ten chances shown are those of the same run on the JVM, but for what other sums make of sixty steps. */
    private static void assertExpects(String text, Locator choices) throws IOException {
        Map<Integer, Double> expected = expected(text.getBytes(UTF_8));
        double sum = 0;
        for (Locator choice : choices.all()) {
            double probability = Double.parseDouble(choice.getAttribute("data-probability"));
            int value = Integer.parseInt(choice.getAttribute("data-value"));
            assertEquals(expected.getOrDefault(value, 0.0), probability, 2e-3, "byte " + value);
            sum += probability;
        }
        assertTrue(sum > 10.0 / 256 && sum <= 1, "the ten largest of 256 chances: " + sum);
    }

    private static Map<Integer, Double> expected(byte[] text) throws IOException {
        BatchRecipe recipe = BatchRecipe.parse(
                Files.readString(CONFIGS.resolve("model.byte-tinygpt-v0.json")), "model",
                Files.readString(CONFIGS.resolve("training.json")), "training");
        List<BatchPreset> presets =
                BatchPreset.parseList(Files.readString(CONFIGS.resolve("training.presets.json")), "presets");
        for (BatchPreset preset : presets) {
            recipe = preset.id().equals(PRESET) ? recipe.withAll(preset.changes()) : recipe;
        }
        BatchConfig config = recipe.withAll(CHANGES).batches();
        ByteStream stream = Corpus.build(PhasePlan.parse("the phases", TEXT));
        DatasetManifest manifest = DatasetManifest.of("stories", stream, config.trainSplit(), config.seed());
        BatchTrainer trainer = new BatchTrainer(config, JavaBackend.alone(), stream, manifest);
        while (!trainer.isDone()) {
            trainer.advance();
        }
        Decoder decoder = trainer.gpt().decoder(trainer.learner().predicting());
        for (byte value : text) {
            decoder.read(value & 255);
        }
        return softmax(decoder.logits());
    }

    private static Map<Integer, Double> softmax(Tensor logits) {
        Map<Integer, Double> chances = new HashMap<>();
        double sum = 0;
        for (int i = 0; i < logits.cols(); i++) {
            double weight = Math.exp(logits.get(0, i));
            chances.put(i, weight);
            sum += weight;
        }
        double all = sum;
        chances.replaceAll((value, weight) -> weight / all);
        return chances;
    }
}
