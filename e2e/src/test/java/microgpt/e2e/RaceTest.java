package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import microgpt.compute.JavaBackend;
import microgpt.config.OnlineRecipe;
import microgpt.corpus.Corpus;
import microgpt.corpus.PhasePlan;
import microgpt.engine.PrequentialEngine;
import microgpt.engine.StepResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Recipes that read the same bytes side by side: each costs what it costs alone, and the link leads to the same race. */
@ExtendWith(LabExtension.class)
final class RaceTest {
    private static final Path CONFIGS = LabExtension.built().resolve("configs");
    /** Kernels add in another order than the reference: so far a mean over two thousand bytes may be off. */
    private static final double SIMD_BITS = 1e-4;

    private static final String LINK = "race.html#v=4&stream=phases.short&a.preset=online.tiny&b.preset=online.tiny"
            + "&b.experience_replay.enabled=false";

    @Test
    void aRaceIsTwoRunsOfTheirOwn(Lab lab) throws Exception {
        lab.page().navigate(lab.site() + LINK);
        waitForEnd(lab);
        List<Double> one = alone(Map.of());
        List<Double> other = alone(Map.of("experience_replay.enabled", "false"));
        assertEquals(mean(one), Double.parseDouble(means(lab).get(0)), SIMD_BITS);
        assertEquals(mean(other), Double.parseDouble(means(lab).get(1)), SIMD_BITS);
        int parting = 0;
        while (one.get(parting).equals(other.get(parting))) {
            parting++;
        }
        assertThat(lab.at("parting")).containsText("first part at byte " + parting + ",");
        assertThat(lab.at("status")).containsText("95 % interval from");
        assertThat(lab.at("contenders").locator("tr[data-key]")).hasCount(1);
        assertThat(lab.at("contenders").locator("tr[data-key]")).containsText("Experience replay");

        lab.assertNoSeriousBarriers();
        lab.width(360);
        lab.assertNothingIsTooWide();

        List<String> means = means(lab);
        lab.page().reload();
        waitForEnd(lab);
        assertEquals(means, means(lab));
    }

    @Test
    void theLaboratoryLeadsToARaceAgainstAChangeThatCanBeChangedOn(Lab lab) {
        lab.openAtRest("preset=online.tiny&plan=phases.short&seed=5").openAllPanels();
        lab.at("settings").locator("a[aria-label*='“Heads”']").click();
        lab.page().waitForURL("**/race.html#*&a.seed=5&b.model.n_heads=8&b.seed=5");
        assertThat(lab.at("contenders").locator("tr[data-key]")).containsText("Heads");
        assertThat(lab.at("play")).isEnabled();
        assertThat(lab.at("position")).hasAttribute("data-position", "0");

        lab.at("change-key").selectOption("seed");
        lab.at("change-number").fill("many");
        lab.at("change-do").click();
        assertThat(lab.at("change-error")).containsText("“Seed”");
        lab.at("change-number").fill("7");
        lab.at("change-do").click();
        lab.until("location.hash.endsWith('&b.model.n_heads=8&b.seed=7')");
        lab.at("add").click();
        lab.until("location.hash.endsWith('&c.model.n_heads=8&c.seed=7')");
        lab.waitForPosition(512);
        assertThat(lab.at("contenders").locator("thead th")).hasCount(3);
    }

    private static void waitForEnd(Lab lab) {
        lab.until("/byte (.+) of \\1$/.test(document.querySelector('[data-testid=position]').textContent)");
    }

    /** The cumulative means, with all their digits. */
    private static List<String> means(Lab lab) {
        return lab.at("contenders").locator("td[data-value]").all().stream()
                .map(cell -> cell.getAttribute("data-value"))
                .toList();
    }

    /** What each byte costs a run on the JVM. */
    private static List<Double> alone(Map<String, String> changes) throws Exception {
        OnlineRecipe recipe = OnlineRecipe.parse(Files.readString(CONFIGS.resolve("online.tiny.json")), "tiny")
                .withAll(changes);
        PhasePlan plan = PhasePlan.parse("plan", Files.readString(CONFIGS.resolve("phases.short.json")));
        PrequentialEngine engine = new PrequentialEngine(recipe.online(), JavaBackend.alone(), Corpus.build(plan));
        List<Double> bits = new ArrayList<>();
        while (engine.canStep()) {
            StepResult step = engine.step();
            for (int i = 0; i < step.count(); i++) {
                bits.add(step.bits(i));
            }
        }
        return bits;
    }

    private static double mean(List<Double> bits) {
        double sum = 0;
        for (double cost : bits) {
            sum += cost;
        }
        return sum / bits.size();
    }
}
