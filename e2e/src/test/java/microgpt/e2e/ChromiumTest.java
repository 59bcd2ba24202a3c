package microgpt.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-ins are shell scripts")
final class ChromiumTest {
    @TempDir
    private Path folder;

    @Test
    void theEnvironmentNamesTheBrowser() throws IOException {
        Path browser = script("mine", "exit 0");
        assertEquals(Optional.of(browser), new Chromium(Map.of("MICROGPT_CHROMIUM", browser.toString())).named());
        assertEquals(Optional.of(browser), new Chromium(Map.of("CHROME_BIN", browser.toString())).named());
        assertEquals(Optional.empty(), new Chromium(Map.of()).named());
    }

    @Test
    void aNamedBrowserThatIsNotThereIsAnError() {
        Chromium chromium = new Chromium(Map.of("MICROGPT_CHROMIUM", "/no/such/browser"));
        String refusal =
                assertThrows(IllegalStateException.class, chromium::named).toString();
        assertTrue(refusal.contains("MICROGPT_CHROMIUM=/no/such/browser"), refusal);
    }

    @Test
    void anInstalledBrowserIsFoundOnThePathUnlessItOnlyPointsElsewhere() throws IOException {
        Chromium chromium = new Chromium(Map.of("PATH", folder.toString()));
        script("chromium", "echo get the snap instead; exit 1");
        Path works = script("google-chrome", "echo Google Chrome 150");
        assertEquals(Optional.of(works), chromium.installed());
    }

    @Test
    void withoutAnyTheMessageSaysWhatWasTriedAndWhatToDo() {
        Chromium chromium = new Chromium(Map.of("PATH", folder.toString()));
        assertEquals(Optional.empty(), chromium.named());
        String message = chromium.noBrowser().toString();
        assertTrue(message.contains("the environment: none of [MICROGPT_CHROMIUM, CHROME_BIN] is set"), message);
        assertTrue(message.contains("set MICROGPT_CHROMIUM to the path of one"), message);
        assertTrue(message.contains("apt-get install -y --no-install-recommends chromium-headless-shell"), message);
    }

    @Test
    void aBrowserWithoutWindowsIsPreferred() throws IOException {
        Path first = Files.createDirectories(folder.resolve("first"));
        script("first/chromium", "echo Chromium 150");
        Path shell = script("chromium-headless-shell", "echo Chromium 150");
        String path = first + File.pathSeparator + folder;
        assertEquals(Optional.of(shell), new Chromium(Map.of("PATH", path)).installed());
    }

    @Test
    void nothingIsInstalledUnasked() {
        assertFalse(BrowserInstall.isAllowed(Map.of("CI", "false"), "false"));
        assertTrue(BrowserInstall.isAllowed(Map.of("CI", "true"), "false"));
        assertTrue(BrowserInstall.isAllowed(Map.of(), "true"));
    }

    private Path script(String name, String body) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }
}
