package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import microgpt.step.NameWriting;
import microgpt.step.PositionRecord;
import microgpt.step.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page that steps through a GPT shows the numbers that the engine computes on the JVM, bit for bit. */
@ExtendWith(LabExtension.class)
final class StepNumbersTest {

    private static final String STRETCHES =
            "() => [...document.querySelectorAll('[data-testid=stretches] span')].map(each => Number(each.dataset.value))";

    /** A box: its title, and where in the engine's trace its numbers are. */
    private record Part(String title, String name, int from, int to) {
        double[] values(PositionRecord seen) {
            return Arrays.copyOfRange(seen.values(name), from, to < 0 ? seen.values(name).length : to);
        }

        double[] gradients(PositionRecord seen) {
            return Arrays.copyOfRange(seen.gradients(name), from, to < 0 ? seen.values(name).length : to);
        }
    }

    private static List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("Token embedding", "tokenEmbedding", 0, -1));
        parts.add(new Part("Position embedding", "positionEmbedding", 0, -1));
        parts.add(new Part("Sum", "embedded", 0, -1));
        parts.add(new Part("RMSNorm", "embeddingNorm", 0, -1));
        String attention = "Layer 0 attention: ";
        parts.add(new Part(attention + "RMSNorm", "blocks.0.norm1", 0, -1));
        parts.add(new Part(attention + "Query", "blocks.0.qkv", 0, 16));
        parts.add(new Part(attention + "Key", "blocks.0.qkv", 16, 32));
        parts.add(new Part(attention + "Value", "blocks.0.qkv", 32, 48));
        for (int head = 0; head < 4; head++) {
            parts.add(new Part(attention + "Head " + head, "blocks.0.attention." + head, 0, -1));
        }
        parts.add(new Part(attention + "Heads joined", "blocks.0.mixed", 0, -1));
        parts.add(new Part(attention + "Output", "blocks.0.projected", 0, -1));
        parts.add(new Part(attention + "Residual", "blocks.0.residual1", 0, -1));
        String mlp = "Layer 0 MLP: ";
        parts.add(new Part(mlp + "RMSNorm", "blocks.0.norm2", 0, -1));
        parts.add(new Part(mlp + "FC 64", "blocks.0.up", 0, -1));
        parts.add(new Part(mlp + "ReLU", "blocks.0.activated", 0, -1));
        parts.add(new Part(mlp + "FC 16", "blocks.0.down", 0, -1));
        parts.add(new Part(mlp + "Residual", "blocks.0.residual2", 0, -1));
        parts.add(new Part("lm_head → logits", "logits", 0, -1));
        parts.add(new Part("Softmax", "probabilities", 0, -1));
        parts.add(new Part("Loss", "loss", 0, -1));
        return parts;
    }

    @Test
    void aWalkThroughATrainingStepShowsEveryNumberForwardAndEveryGradientBackward(Lab lab) throws IOException {
        StepLab page = StepLab.open(lab);
        PositionRecord ahead = page.engine().again().snapshot();
        page.assertOpen("Loss", ahead.values("loss"), 1.0); // before anything is learned
        page.forward();
        page.forward();
        PositionRecord seen = page.forward().snapshot();
        page.assertOpen("Loss", seen.values("loss"), 1.0);
        List<Part> parts = parts();
        page.at("walk-next").click();
        page.assertOpen("Token", new double[0]);
        page.at("walk-next").click();
        page.assertOpen("Position", new double[0]);
        for (Part part : parts) {
            page.at("walk-next").click();
            page.assertOpen(part.title(), part.values(seen));
        }
        for (int i = parts.size() - 1; i >= 0; i--) {
            page.at("walk-next").click();
            page.assertOpen(
                    parts.get(i).title(),
                    parts.get(i).values(seen),
                    parts.get(i).gradients(seen));
        }
    }

    @Test
    void aNameIsWrittenAsTheEngineWritesItTokenByToken(Lab lab) throws IOException {
        StepLab page = StepLab.open(lab);
        page.forward();
        NameWriting writing = page.engine().write();
        NameWriting.Drawn drawn = draw(page, writing, 0.5);
        while (writing.goesOn()) {
            drawn = draw(page, writing, 0.5);
        }
        page.assertBox("Softmax", "Softmax", drawn.snapshot().values("probabilities"));
        assertThat(page.at("names").locator("li")).hasAttribute("data-name", writing.text());
        page.at("temperature").fill("1.3");
        draw(page, page.engine().write(), 1.3);
    }

    private static NameWriting.Drawn draw(StepLab page, NameWriting writing, double temperature) {
        NameWriting.Drawn drawn = writing.step(temperature);
        page.at("draw").click();
        List<Double> chances = Arrays.stream(drawn.chances()).boxed().toList();
        page.eventually("chances", chances, () -> StepLab.numbers(page.page().evaluate(STRETCHES)));
        assertEquals(drawn.draw(), page.number(page.at("draw-note"), "data-draw"));
        assertThat(page.at("draw-note")).hasAttribute("data-token", Integer.toString(drawn.token()));
        List<String> tokens = new ArrayList<>();
        drawn.context().forEach(token -> tokens.add(page.label(token)));
        tokens.add(page.label(drawn.token()));
        assertThat(page.at("draw-text")).hasText(String.join(" ", tokens));
        return drawn;
    }

    @Test
    void thePicturesSayWhatTheEngineComputes(Lab lab) throws IOException {
        StepLab page = StepLab.open(lab);
        page.forward();
        page.forward();
        Step step = page.forward();
        page.openPanels();
        for (int head = 0; head < 4; head++) {
            double[] attention = step.snapshot().values("blocks.0.attention." + head);
            int most = IntStream.range(0, 3)
                    .boxed()
                    .max(Comparator.comparingDouble(t -> attention[t]))
                    .orElseThrow();
            String sentence =
                    "layer 0 head " + head + " gives most, " + percent(attention[most]) + ", to position " + most;
            page.eventually(
                    sentence,
                    true,
                    () -> page.at("maps").getAttribute("aria-label").contains(sentence));
        }
        double[] weights = page.engine().weights();
        String order = page.embeddingOrder();
        page.eventually(
                "axes",
                true,
                () -> page.at("embedding").getAttribute("aria-label").contains(order));
        assertThat(page.at("embedding-note")).containsText(percent(page.axes().shares()[0]) + " of the variance");
        double farthest =
                Arrays.stream(weights, 0, 27 * 16).map(Math::abs).max().orElseThrow();
        page.at("heat").scrollIntoViewIfNeeded();
        String largest =
                "wte, 27 rows of 16 values, the farthest from zero " + String.format("%.3f", farthest) + " away";
        assertThat(page.at("heat")).hasAttribute("aria-label", largest);
    }

    private static String percent(double share) {
        return String.format(share >= 0.0995 ? "%.0f %%" : "%.1f %%", 100 * share);
    }
}
