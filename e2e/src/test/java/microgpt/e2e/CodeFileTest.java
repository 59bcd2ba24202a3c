package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Coded files: what a tab saves comes back on the JVM, and what the JVM saves comes back in a tab. */
@ExtendWith(LabExtension.class)
final class CodeFileTest {
    private static final String TEXT = "one gentle wave and another gentle wave, ".repeat(10) + "größer.\n";
    private static final String CONFIG =
            LabExtension.built().resolve("configs/online.tiny.json").toString();

    @TempDir
    private Path folder;

    private static byte[] bytes() {
        return TEXT.getBytes(StandardCharsets.UTF_8);
    }

    private static Lab openSources(Lab lab) {
        lab.openAtRest("preset=online.tiny");
        lab.at("source-panel").locator("summary").click();
        return lab;
    }

    private static void readToTheEnd(Lab lab) {
        lab.at("source-paste").check();
        lab.at("paste").fill(TEXT);
        lab.at("paste-read").click();
        lab.waitForEnd();
    }

    /** What the JVM makes of the text by the same preset. */
    private byte[] compressed() throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("text"), bytes());
        Path coded = folder.resolve("text.mgc");
        new Programs(folder).microgpt("compress", "--config", CONFIG, file.toString(), "-o", coded.toString());
        return Files.readAllBytes(coded);
    }

    private static void drop(Lab lab, byte... file) {
        lab.at("stream").evaluate("""
                (place, content) => {
                  const bytes = Uint8Array.from(atob(content), c => c.charCodeAt(0));
                  const dataTransfer = new DataTransfer();
                  dataTransfer.items.add(new File([bytes], 'waves.mgc'));
                  place.dispatchEvent(new DragEvent('drop', {dataTransfer, bubbles: true, cancelable: true}));
                }""", Base64.getEncoder().encodeToString(file));
    }

    @Test
    void whatATabSavedIsDecodedByTheJvm(Lab lab) throws Exception {
        openSources(lab);
        assertThat(lab.at("save-code")).isDisabled();
        assertThat(lab.at("save-code")).hasAttribute("title", "Nothing was read yet.");
        readToTheEnd(lab);
        assertThat(lab.at("gzip"))
                .hasText(Pattern.compile("gzip would need \\d+ bytes for these " + bytes().length
                        + "; this tab needs \\d+, and can give them back\\."));
        assertThat(lab.at("save-code")).hasText(Pattern.compile("Save these \\d+ bytes"));
        Download download = lab.page().waitForDownload(() -> lab.at("save-code").click());
        assertEquals("microgpt-" + bytes().length + ".mgc", download.suggestedFilename());
        Path coded = folder.resolve("saved.mgc");
        download.saveAs(coded);
        assertThat(lab.at("saved-code"))
                .containsText(Pattern.compile(
                        "^" + bytes().length + " bytes in a file of " + Files.size(coded) + " \\(gzip: \\d+\\)\\."));
        assertThat(lab.at("save-code")).hasText(Pattern.compile("Save these \\d+ bytes"));
        Path back = folder.resolve("back");
        String said = new Programs(folder).microgpt("decompress", coded.toString(), "-o", back.toString());
        assertTrue(said.contains("\"identical\":true"), said);
        assertArrayEquals(bytes(), Files.readAllBytes(back));
    }

    @Test
    void whatTheJvmCodedIsDecodedInFrontOfTheReader(Lab lab) throws Exception {
        byte[] coded = compressed();
        openSources(lab).step();
        long before = lab.position();
        drop(lab, coded);
        assertThat(lab.at("status")).hasAttribute("data-mood", "identical");
        assertThat(lab.at("status"))
                .containsText(bytes().length + " bytes came out of a file of " + coded.length
                        + " bytes: identical, SHA-256 ");
        assertThat(lab.at("decoding-hash")).hasText(Pattern.compile("SHA-256 [0-9a-f]{64}"));
        lab.page().waitForCondition(() -> firstPainted(lab).startsWith("Byte 0, “o”, cost "));
        Download text = lab.page().waitForDownload(() -> lab.at("decoding-save").click());
        assertEquals("waves.txt", text.suggestedFilename());
        Path saved = folder.resolve("waves.txt");
        text.saveAs(saved);
        assertArrayEquals(bytes(), Files.readAllBytes(saved));
        assertEquals(before, lab.position());
        lab.assertNoSeriousBarriers();
        lab.at("decoding-read").click();
        lab.waitForEnd();
        assertThat(lab.at("decoding")).isHidden();
        assertEquals(bytes().length, lab.position());
    }

    /** What is said of the byte in the corner, once the pointer has come to it from its neighbour. */
    private static String firstPainted(Lab lab) {
        lab.at("stream").hover(new Locator.HoverOptions().setPosition(40, 8));
        lab.at("stream").hover(new Locator.HoverOptions().setPosition(4, 8));
        return lab.at("stream-readout").innerText();
    }

    @Test
    void aDamagedFileIsRefusedAndTheRunStays(Lab lab) throws Exception {
        byte[] damaged = compressed();
        damaged[damaged.length - 1] ^= 1;
        openSources(lab).step();
        long before = lab.position();
        lab.at("source-file").check();
        lab.at("file").setInputFiles(new FilePayload("waves.mgc", "application/octet-stream", damaged));
        assertThat(lab.at("status"))
                .hasText("This coded file cannot be decoded: the file is damaged: its check does not fit.");
        assertThat(lab.at("banner")).isHidden();
        assertThat(lab.at("decoding-save")).isHidden();
        lab.at("decoding-close").click();
        lab.waitForPause();
        assertEquals(before, lab.position());
        lab.step();
        assertTrue(lab.position() > before);
    }

    @Test
    void aRunWithoutItsMixtureOffersNothingAndSaysWhy(Lab lab) {
        lab.openAtRest("preset=online.tiny&mixture.enabled=false").step();
        assertThat(lab.at("save-code")).hasAttribute("title", Pattern.compile("switch the mixture on"));
        assertThat(lab.at("save-code")).isDisabled();
    }
}
