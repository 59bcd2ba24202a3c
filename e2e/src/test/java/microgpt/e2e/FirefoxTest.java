package microgpt.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import microgpt.e2e.StaticSite.Isolation;
import microgpt.names.NamesConfig;
import microgpt.step.Step;
import microgpt.step.Stepper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page in a browser with another engine, another compiler of WebAssembly and another garbage collector. */
@ExtendWith(FirefoxExtension.class)
final class FirefoxTest {
    private StaticSite site;

    @BeforeEach
    void serve() throws IOException {
        site = new StaticSite(LabExtension.built(), Isolation.ISOLATED, "/", StaticSite.ANY_PORT);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theLaboratoryLearnsItsStream(FirefoxTab tab) {
        tab.navigate(site.url()).until("Number(" + FirefoxTab.element("position") + ".dataset.position) > 3000");
        assertEquals("simd", tab.read("backend", "textContent"));
        double bits = Double.parseDouble(tab.read("bits-whole", "dataset.value"));
        assertTrue(bits > 0 && bits < 8, bits + " bits per byte");
        assertEquals(true, tab.call("() => crossOriginIsolated", List.of()));
    }

    @Test
    void theTrainerTrainsARunToItsEnd(FirefoxTab tab) {
        tab.navigate(site.url() + "train.html#v=1&" + TrainLab.TINY)
                .click("run")
                .click("preflight-start")
                .until(FirefoxTab.element("status") + ".dataset.mood === 'done'")
                .until(FirefoxTab.element("step") + ".dataset.step === '60'");
        double loss = Double.parseDouble(tab.read("training-loss", "dataset.value"));
        assertTrue(loss < 5.5, "the loss falls to " + loss);
    }

    @Test
    void theStepsCostWhatTheyCostOnTheJvm(FirefoxTab tab) throws IOException {
        String names = Files.readString(LabExtension.built().resolve("names.txt"));
        Stepper engine = new Stepper(names, NamesConfig.DEFAULT);
        tab.navigate(site.url() + "step.html");
        for (int i = 0; i < 5; i++) {
            Step step = engine.forward();
            tab.click("forward").until(FirefoxTab.element("stat-step") + ".dataset.step === '" + step.number() + "'");
            String cell = "document.querySelectorAll('[data-testid=row]')["
                    + step.place().position() + "]?.querySelectorAll('td')[5].dataset.value";
            tab.until("Number(" + cell + ") === " + step.loss());
        }
    }

    @Test
    void theExamplesOfTheLibraryRun(FirefoxTab tab) {
        tab.navigate(site.url() + "lib/")
                .click("run")
                .until(FirefoxTab.element("state") + ".textContent === 'It has run.'");
        assertTrue(tab.read("output", "textContent").contains("step 250"), () -> tab.read("output", "textContent"));
    }
}
