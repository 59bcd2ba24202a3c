package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Files larger than an int can count, and the longest text that is taken. */
@ExtendWith(LabExtension.class)
final class LargeFileTest {
    /** 4.8 GB. What 32 bits can count of it is half a gigabyte, an ordinary file. */
    private static final long HUGE = (1L << 32) + 528_702_464;

    private static final int TEXT = 10_000_000;

    @TempDir
    private static Path folder;

    private static Path huge;

    /** It has no content, so it takes no room on the disk. */
    @BeforeAll
    static void makeAHugeFile() throws IOException {
        huge = folder.resolve("huge.bin");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(HUGE);
        }
    }

    @Test
    void theLaboratoryRefusesAFileOfGigabytesByItsTrueSize(Lab lab) {
        lab.openAtRest("");
        lab.at("source-panel").locator("summary").click();
        lab.at("source-file").check();
        lab.at("file").setInputFiles(huge);
        assertThat(lab.at("banner-text")).containsText("4,823.67 MB");
        assertThat(lab.at("banner-text")).containsText("10 MiB");
    }

    @Test
    void theTrainerRefusesItAsATextAndAsARun(Lab lab) {
        TrainLab train = new TrainLab(lab).open("");
        train.at("text-is-file").check();
        train.at("text-file").setInputFiles(huge);
        assertThat(train.at("text-error")).containsText("4,823.67 MB");
        train.at("run-file").setInputFiles(huge);
        assertThat(train.at("import-note")).containsText("4,823.67 MB, expected at most 1 GiB");
    }

    @Test
    void aLongTextPastedIntoTheLaboratoryStallsNoPage(Lab lab) {
        lab.openAtRest("");
        lab.at("source-panel").locator("summary").click();
        lab.at("source-paste").check();
        fill(lab, "paste");
        ResponseTest.observeTasks(lab);
        lab.page().evaluate("() => document.querySelector('[data-testid=paste-read]').click()");
        lab.waitForPosition(1_000);
        assertThat(lab.at("loading")).isHidden();
        report(lab, "longest task of the laboratory while it takes a pasted text of 10 MB in");
    }

    @Test
    void aLongTextPastedForTrainingStallsNoPage(Lab lab) {
        TrainLab train = new TrainLab(lab).open("preset=tiny");
        train.at("text-is-paste").check();
        fill(lab, "text-paste");
        ResponseTest.observeTasks(lab);
        lab.page().evaluate("() => document.querySelector('[data-testid=text-load]').click()");
        assertThat(train.at("text-note")).containsText("10,000,000 bytes");
        report(lab, "longest task of the trainer while it takes a pasted text of 10 MB in");
    }

    /** Sets the text by script, and waits until the browser has laid it out, which is its own work and takes it long. */
    private static void fill(Lab lab, String field) {
        lab.page().evaluate("""
                        ([field, length]) => {
                          const area = document.querySelector(`[data-testid=${field}]`);
                          area.value = 'A long text, told over and over.\\n'.repeat(length / 33 + 1).slice(0, length);
                          area.dispatchEvent(new Event('input'));
                          return new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn)));
                        }""", new Object[] {field, TEXT});
    }

    /** None at all on a machine of one's own; a busy one stretches every task, but a stall would take seconds. */
    private static void report(Lab lab, String what) {
        double longest = ResponseTest.longest(lab);
        Figures.print(what, longest + " ms (0: none over 50)");
        assertTrue(longest < 500, "longest task: " + longest + " ms");
    }
}
