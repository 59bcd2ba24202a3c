package microgpt.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import microgpt.checkpoint.Checkpoint;
import microgpt.e2e.StaticSite.Isolation;
import microgpt.protocol.Bytes;
import microgpt.protocol.Source;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Runs in a tab behind another one, whose timers the browser holds back. Playwright would keep it in sight. */
@ExtendWith(FirefoxExtension.class)
final class HiddenTabTest {
    private static final int STRIDE = 16;
    private static final int STEPS = 200;

    /** More steps than a machine makes meanwhile, and no checkpoint that nobody asks for. */
    private static final long ENDLESS = 1_000_000;

    private static final String UNSAVED = TrainLab.TINY
            .replace("checkpoint_interval=20", "checkpoint_interval=" + ENDLESS)
            .replace("eval_interval=20", "eval_interval=500");

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
    void theLaboratoryReadsOnExactly(FirefoxTab tab) {
        readToTheEnd(tab);
        String seen = settledBits(tab);
        tab.navigate("about:blank").hide();
        readToTheEnd(tab);
        tab.assertHeldBack().show();
        assertEquals(seen, settledBits(tab));
    }

    private void readToTheEnd(FirefoxTab tab) {
        tab.navigate(site.url() + "#v=1&plan=phases.short&preset=online.tiny").call("""
                        () => {
                          const speed = document.querySelector('[data-testid=speed]');
                          speed.value = 100;
                          speed.dispatchEvent(new Event('input'));
                        }""", List.of());
        tab.until(FirefoxTab.element("status") + ".dataset.mood === 'finished'");
    }

    /** The bits per byte of the whole run with all their digits, once they are those of its end. */
    private static String settledBits(FirefoxTab tab) {
        tab.until(FirefoxTab.element("status")
                + ".textContent.match(/read all ([^ ]+) bytes/)?.[1].replace(/\\D/g, '') === "
                + FirefoxTab.element("bits-whole") + ".dataset.position");
        return tab.read("bits-whole", "dataset.value");
    }

    @Test
    void theWorkerRecordsTheLossesOfTheJvm(FirefoxTab tab, @TempDir Path folder) throws Exception {
        Path config = LabExtension.built().resolve("configs/online.tiny.json");
        byte[] stream = SameLossTest.text(STEPS * STRIDE);
        String jvm = SameLossTest.learn(folder, config, stream);

        tab.navigate(site.url() + "icon.svg"); // any document of the site from which nothing else runs
        BareWorker worker = new BareWorker(new WorkerWire(tab::call, site.url() + "worker.js", "java"));
        worker.until(report -> report instanceof LabReport.Ready);
        tab.hide();
        worker.send(List.of(
                new LabCommand.Start(Files.readString(config), new Source.Supplied("text")),
                new LabCommand.Append(1, Bytes.of(stream), true),
                new LabCommand.Run()));
        List<LabReport> reports =
                worker.until(report -> report instanceof LabReport.Read read && read.position() == stream.length);
        tab.assertHeldBack();
        assertArrayEquals(SameLossTest.bitsOf(jvm), SameLossTest.bitsOf(reports));
    }

    @Test
    void theTrainerSavesItsRunAsItGoesOutOfSightAndTrainsOnExactly(FirefoxTab tab) throws IOException {
        start(tab, site, ENDLESS).hide().until(saved("steps => steps > 0"));
        long left = Long.parseLong(tab.read("saved-run", "querySelector('[data-steps]').dataset.steps"));
        byte[] asItWasLeft = SavedFiles.read(tab::call, ".2.state");
        assertEquals(left, Checkpoint.read("left", asItWasLeft).losses().updates());
        tab.until("Number(" + FirefoxTab.element("step") + ".dataset.step) > " + left)
                .click("run") // to pause it
                .until(saved("steps => steps > " + left))
                .assertHeldBack();
        byte[] paused = SavedFiles.read(tab::call, ".3.state");
        long steps = Checkpoint.read("paused", paused).losses().updates();
        Figures.print("steps of training made out of sight", left + " to " + steps);

        try (StaticSite other = new StaticSite(LabExtension.built(), Isolation.ISOLATED, "/", StaticSite.ANY_PORT)) {
            tab.navigate("about:blank").show();
            start(tab, other, steps).until(saved("steps => steps === " + steps));
            assertEquals(learned(SavedFiles.read(tab::call, ".2.state")), learned(paused));
        }
    }

    /** A line for each tensor: all weights, moments and training losses. Only a run that has ended is looked at once more. */
    private static String learned(byte[] state) {
        Map<String, TensorDigest> tensors = TensorDigest.read(state);
        tensors.remove("state.history.looked_at");
        tensors.remove("state.history.validation");
        assertTrue(tensors.keySet().stream().anyMatch(name -> name.startsWith("state.history.training")));
        return tensors.toString().replace("], ", "],\n");
    }

    /** The steps of the only run, as the list of saved ones has them. */
    private static String saved(String condition) {
        return "(" + condition + ")(Number(" + FirefoxTab.element("saved-run")
                + "?.querySelector('[data-steps]').dataset.steps))";
    }

    private static FirefoxTab start(FirefoxTab tab, StaticSite site, long steps) {
        return tab.navigate(site.url() + "train.html#v=1&" + UNSAVED.replace("max_steps=60", "max_steps=" + steps))
                .click("run")
                .click("preflight-start")
                .until("Number(" + FirefoxTab.element("step") + ".dataset.step) > 0");
    }
}
