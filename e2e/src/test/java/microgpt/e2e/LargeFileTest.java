package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
    private static final String LINE = "A long text, told over and over.\n";

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
        assertThat(lab.at("source-error")).containsText("4,823.67 MB");
        assertThat(lab.at("source-error")).containsText("10 MiB");
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
        choosePaste(lab.openAtRest(""));
        paste(lab, "paste");
        ResponseTest.observeTasks(lab);
        lab.at("paste-read").click();
        lab.waitForPosition(1_000);
        assertThat(lab.at("loading")).isHidden();
        report(lab, "longest task of the laboratory while it reads a pasted text of 10 MB");
    }

    @Test
    void aLongTextPastedForTrainingStallsNoPage(Lab lab) {
        TrainLab train = new TrainLab(lab).open("preset=tiny");
        train.at("text-is-paste").check();
        paste(lab, "text-paste");
        ResponseTest.observeTasks(lab);
        train.at("text-load").click();
        assertThat(train.at("text-note")).containsText("10,000,000 bytes");
        assertThat(train.at("text-preview")).containsText(LINE.trim());
        report(lab, "longest task of the trainer while it reads a pasted text of 10 MB");
    }

    /** Characters of two units, and ends of lines of two, lie across the slices that it is made of. */
    @Test
    void whatIsHeldOfALongTextIsWhatTheFieldWouldHaveHeld(Lab lab) {
        choosePaste(lab.openAtRest("preset=online.tiny"));
        lab.at("paste").fill("[]");
        lab.at("paste").press("Home");
        lab.at("paste").press("ArrowRight");
        String text = "🐈\r\n".repeat(150_000);
        assertFalse(pasteBySignal(lab, text), "the browser inserts it as well");
        assertThat(lab.at("paste-held-text")).containsText("750 KB");
        lab.at("paste-read").click();
        assertThat(lab.at("status")).containsText("750,002");
    }

    @Test
    void aHeldTextGivesWayToAnother(Lab lab) {
        choosePaste(lab.openAtRest(""));
        assertTrue(pasteBySignal(lab, "a short text"), "the browser inserts it by itself");
        pasteBySignal(lab, LINE.repeat(10_000));
        assertThat(lab.at("paste")).isHidden();
        lab.at("paste-clear").click();
        assertThat(lab.at("paste-held")).isHidden();
        assertThat(lab.at("paste")).isFocused();
        assertThat(lab.at("paste")).hasValue("");
        lab.at("paste").fill("x");
        lab.at("paste-read").click();
        lab.waitForEnd();
        assertEquals(1, lab.position());
    }

    private static void choosePaste(Lab lab) {
        lab.at("source-panel").locator("summary").click();
        lab.at("source-paste").check();
    }

    /** What a paste tells the page; answers whether it leaves the text to the browser. */
    private static boolean pasteBySignal(Lab lab, String text) {
        return (boolean) lab.at("paste").evaluate("""
                (field, text) => {
                  const clipboardData = new DataTransfer();
                  clipboardData.setData('text/plain', text);
                  return field.dispatchEvent(new ClipboardEvent('paste', {clipboardData, cancelable: true}));
                }""", text);
    }

    /** Inserts the text as a browser does, and looks that it was taken slice by slice and never laid out. */
    private static void paste(Lab lab, String field) {
        lab.page().evaluate("""
                () => {
                  window.longestPart = 0;
                  window.Blob = class extends Blob {
                    constructor(parts, options) {
                      super(parts, options);
                      longestPart = Math.max(longestPart, ...parts.map(part => part.length ?? 0));
                    }
                  };
                }""");
        lab.at(field).focus();
        ResponseTest.observeTasks(lab);
        lab.page().keyboard().insertText(LINE.repeat(TEXT / LINE.length() + 1).substring(0, TEXT));
        assertThat(lab.at(field + "-held-text")).containsText("10.00 MB");
        report(lab, "longest task of a page while 10 MB are pasted into it");
        assertThat(lab.at(field)).hasValue("");
        int longest = (int) lab.page().evaluate("() => longestPart");
        assertTrue(longest > 0 && longest < 300_000, "made of parts of up to " + longest + " characters");
    }

    /** None at all on a machine of one's own; a busy one stretches every task, but a stall would take seconds. */
    private static void report(Lab lab, String what) {
        double longest = ResponseTest.longest(lab);
        Figures.print(what, longest + " ms (0: none over 50)");
        assertTrue(longest < 500, "longest task: " + longest + " ms");
    }
}
