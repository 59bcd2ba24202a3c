package microgpt.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import microgpt.e2e.StaticSite.Isolation;
import microgpt.names.NamesConfig;
import microgpt.protocol.Bytes;
import microgpt.protocol.Source;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.step.Step;
import microgpt.step.Stepper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every page in a browser with another engine, another compiler of WebAssembly and another garbage collector. */
@ExtendWith(FirefoxExtension.class)
final class FirefoxTest {
    private static final int STEPS = 200;
    private static final int STRIDE = 16;

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

    @Test
    void itRecordsTheLossesOfTheJvm(FirefoxTab tab, @TempDir Path folder) throws Exception {
        Path config = LabExtension.built().resolve("configs/online.tiny.json");
        byte[] stream = SameLossTest.text(STEPS * STRIDE);
        String jvm = SameLossTest.learn(folder, config, stream);

        tab.navigate(site.url() + "icon.svg"); // any document of the site from which nothing else runs
        BareWorker worker = new BareWorker(new WorkerWire(tab::call, site.url() + "worker.js", "java"));
        worker.until(report -> report instanceof LabReport.Ready);
        worker.send(List.of(
                new LabCommand.Start(Files.readString(config), new Source.Supplied("text")),
                new LabCommand.Append(1, Bytes.of(stream), true)));
        worker.send(Collections.nCopies(STEPS, new LabCommand.Step()));
        List<LabReport> reports =
                worker.until(report -> report instanceof LabReport.Read read && read.position() == stream.length);

        assertArrayEquals(SameLossTest.bitsOf(jvm), SameLossTest.bitsOf(reports));
    }
}
