package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The library of saved runs, as a reader uses it. */
@ExtendWith(LabExtension.class)
final class TrainLibraryTest {
    private static final int STEPS = 60;

    @TempDir
    private Path folder;

    @Test
    void aReloadInTheMiddleOfARunLosesNothing(Lab lab) throws IOException {
        String recipe = TrainLab.TINY.replace("max_steps=60", "max_steps=5000");
        TrainLab train =
                new TrainLab(lab).open(recipe).start().waitForStep(STEPS).pause();
        String whole = losses(train);
        train.at("stop").click();
        train.waitForMood("ready").begin();
        Locator stamp = train.page().locator(".saved-run.present [data-testid=saved-stamp]");
        train.page()
                .waitForCondition(() ->
                        stamp.count() == 1 && !stamp.getAttribute("data-steps").equals("0"));
        train.page().onDialog(Dialog::accept); // the browser may ask whether to leave a page that trains
        train.page().reload();
        assertThat(train.at("resume-offer")).containsText("was being trained");
        train.at("resume-offer-yes").click();
        assertThat(train.at("resume-offer")).isHidden();
        train.waitForStep(STEPS).pause();
        assertEquals(whole, losses(train));
    }

    /** The training losses of the first steps of the present run. */
    private String losses(TrainLab train) throws IOException {
        Locator card = train.page().locator(".saved-run.present");
        String csv = Files.readString(save(download(train.page(), card, "export-losses")), StandardCharsets.US_ASCII);
        StringBuilder losses = new StringBuilder();
        csv.lines()
                .filter(line -> line.matches("[1-9].*"))
                .limit(STEPS)
                .forEach(line -> losses.append(line).append('\n'));
        return losses.toString();
    }

    @Test
    void aRunIsRenamedComparedExportedImportedAndDeleted(Lab lab) throws IOException {
        TrainLab train = new TrainLab(lab).open(TrainLab.TINY).start().waitForEnd();
        train.at("stop").click();
        train.waitForMood("ready");
        Locator cards = train.at("saved-run");
        cards.first().getByTestId("rename").click();
        train.at("rename-name").fill("The <first>");
        train.at("rename-yes").click();
        assertThat(cards.first().getByRole(AriaRole.HEADING)).hasText("The <first>");
        assertThat(train.at("storage-note")).containsText(Pattern.compile("About .* of .* are used"));

        Path run = save(download(train.page(), cards.first(), "export-run"));
        assertTrue(run.toString().contains("The--first--step-60"), run.toString());
        assertTrue(Files.size(run) > Files.size(save(download(train.page(), cards.first(), "export-model"))));
        train.at("run-file").setInputFiles(run);
        assertThat(train.at("import-note")).containsText("is in the library now");
        assertThat(cards).hasCount(2);

        cards.first().getByTestId("compare").check();
        cards.last().getByTestId("compare").check();
        assertThat(train.at("comparison")).isVisible();
        assertThat(train.at("comparison-table").locator("tbody tr")).hasCount(3); // the recipes are the same
        cards.first().getByTestId("delete").click();
        train.at("delete-yes").click();
        assertThat(cards).hasCount(1);
        assertThat(cards.first().getByRole(AriaRole.HEADING)).hasText("The <first>");
        assertThat(train.at("comparison")).isHidden();
        drop(train, "cat.safetensors", "a cat, not a model");
        assertThat(train.at("import-note")).containsText("cat.safetensors: not a safetensors file");

        SavedFiles.spoilNewestState(train.page(), "bytes => bytes.slice(0, 5000)");
        cards.first().getByTestId("resume").click();
        assertThat(train.at("library-trouble")).containsText("The <first>, newest state cannot be used");
        train.at("previous-state").click();
        assertThat(train.at("library-trouble")).isHidden();
        train.waitForEnd();
    }

    /** Drops a file from the reader's desk. */
    private static void drop(TrainLab train, String name, String content) {
        train.page().evaluate("""
                ([name, content]) => {
                  const dataTransfer = new DataTransfer();
                  dataTransfer.items.add(new File([content], name));
                  document.querySelector('[data-testid=run-drop]').dispatchEvent(new DragEvent('drop', {dataTransfer}));
                }""", List.of(name, content));
    }

    private static Download download(Page page, Locator card, String button) {
        if (!card.getByTestId(button).isVisible()) {
            card.getByTestId("files").click();
        }
        return page.waitForDownload(() -> card.getByTestId(button).click());
    }

    private Path save(Download download) {
        Path file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }
}
