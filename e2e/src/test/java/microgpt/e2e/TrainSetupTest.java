package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import microgpt.config.BatchRecipe;
import microgpt.engine.BatchConfig;
import microgpt.protocol.Limit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is set up before a run by batches: its text, its recipe, and what both need. */
@ExtendWith(LabExtension.class)
final class TrainSetupTest {
    private static final String STORIES =
            "https://huggingface.co/datasets/roneneldan/TinyStories/resolve/main/TinyStories-valid.txt";
    private static final String VIEWER = "https://datasets-server.huggingface.co/";
    private static final String SPLITS = VIEWER + "splits?dataset=roneneldan%2FTinyStories";
    private static final String ROWS =
            VIEWER + "rows?dataset=roneneldan%2FTinyStories&config=default&split=train&offset=";
    private static final Map<String, String> CROSS_ORIGIN =
            Map.of("Access-Control-Allow-Origin", "*", "Cross-Origin-Resource-Policy", "cross-origin");

    @Test
    void textsComeFromWhereTheReaderSays(Lab lab) {
        TrainLab train = new TrainLab(lab).open(TrainLab.TINY);
        train.at("text-load").click();
        assertThat(train.at("text-note")).containsText("SHA-256");
        assertThat(train.at("text-preview")).not().isEmpty();

        choose(train, "paste").at("text-paste").fill("Ein Bär. ".repeat(50));
        train.at("text-load").click();
        assertText(train, "“pasted text”", 500, "Ein Bär. Ein Bär.");
        assertFalse(train.page().url().contains("B%C3%A4r"), train.page().url());

        choose(train, "file")
                .at("text-file")
                .setInputFiles(new FilePayload(
                        "verse.txt",
                        "text/plain",
                        "A rose is a rose. ".repeat(9).getBytes(StandardCharsets.UTF_8)));
        assertText(train, "“verse.txt”", 162, "A rose is a rose.");

        lab.standIn(STORIES, route -> answer(route, 200, "Once upon a time. ".repeat(30)));
        choose(train, "url").at("text-load").click();
        assertText(train, "“TinyStories-valid.txt”", 540, "Once upon a time.");

        standInForHuggingFace(lab);
        choose(train, "rows").at("text-load").click();
        assertText(train, "“roneneldan/TinyStories”", 12 * 12 + 2 * 11, "Story one 1.\n\nStory one 2.");

        standInForWikipedia(lab, "Pear", "\"extract\": \"A pear is sweet.\"");
        standInForWikipedia(lab, "Quince", "\"extract\": \"A quince is not.\"");
        choose(train, "articles").at("text-titles").fill("Pear\nQuince");
        train.at("text-load").click();
        assertText(train, "“Wikipedia: Pear, Quince”", 6 + 16 + 2 + 8 + 16, "Pear\n\nA pear is sweet.\n\nQuince");
    }

    @Test
    void whatCannotBeHadIsSaidWhereItWasAskedFor(Lab lab, @TempDir Path folder) throws IOException {
        lab.expectComplaint("404").expectComplaint("net::ERR");
        TrainLab train = new TrainLab(lab).open(TrainLab.TINY);
        lab.standIn(STORIES, route -> answer(route, 404, "not found"));
        choose(train, "url").at("text-load").click();
        assertThat(train.at("text-error")).containsText("The server answers 404: nothing there; check the address.");

        lab.standIn(SPLITS.replace("TinyStories", "HugeStories"), route -> answer(route, 404, "{}"));
        choose(train, "rows").at("text-dataset").fill("roneneldan/HugeStories");
        train.at("text-load").click();
        assertThat(train.at("text-error")).containsText("Hugging Face has no data set “roneneldan/HugeStories”");

        standInForWikipedia(lab, "Paer", "\"missing\": true");
        choose(train, "articles").at("text-titles").fill("Paer");
        train.at("text-load").click();
        assertThat(train.at("text-error")).containsText("Wikipedia (en) has no article “Paer”");
        lab.standIn(article("Plum"), Route::abort);
        train.at("text-titles").fill("Plum");
        train.at("text-load").click();
        assertThat(train.at("text-error")).containsText("could not be reached");

        lab.standIn(article("Fig"), route -> {}); // an answer that never comes
        train.at("text-titles").fill("Fig");
        train.at("text-load").click();
        train.at("text-cancel").click();
        assertThat(train.at("text-loading")).isHidden();
        assertThat(train.at("text-error")).isEmpty();

        choose(train, "file")
                .at("text-file")
                .setInputFiles(Files.write(folder.resolve("huge.bin"), new byte[(int) Limit.TEXT.bytes() + 1]));
        assertThat(train.at("text-error")).containsText(Limit.TEXT.size() + " at most");
        assertThat(train.at("banner")).isHidden();
    }

    @Test
    void beforeItStartsTheReaderKnowsWhatItNeeds(Lab lab) throws IOException {
        TrainLab train = new TrainLab(lab).open("preset=behemoth&text=stories&bytes=20000");
        train.at("run").click();
        assertThat(train.at("preflight-trouble")).containsText("choose a smaller one");
        assertThat(train.at("preflight-start")).isDisabled();
        train.at("preflight-change").click();

        train.at("preset").selectOption("tiny");
        change(train, "max_steps", "8");
        train.at("all-settings").locator("summary").click();
        change(train, "n_heads", "5");
        assertThat(train.at("setting-n_heads-error")).containsText("48");
        train.at("run").click();
        assertThat(train.at("banner-text")).containsText("This recipe cannot be trained");
        change(train, "n_heads", "4");
        assertThat(train.at("setting-n_heads-error")).isEmpty();

        train.at("run").click();
        BatchConfig config = config(Map.of(
                "n_layers",
                "2",
                "d_model",
                "48",
                "n_heads",
                "4",
                "d_mlp",
                "192",
                "context_length",
                "32",
                "max_steps",
                "8"));
        assertThat(train.at("preflight-start")).isEnabled();
        assertThat(train.at("preflight-parameters")).hasText("70,464");
        assertThat(train.at("preflight-parameters"))
                .hasAttribute("data-value", Integer.toString(config.model().parameterCount()));
        assertThat(train.at("preflight-memory")).hasAttribute("data-value", Long.toString(config.memoryBytes()));
        assertThat(train.at("preflight-judgement")).containsText("Far too little text");
        assertThat(train.at("preflight-step")).containsText(Pattern.compile("\\d.*(ms|s)"));
        train.at("preflight-start").click();
        train.waitForStep(8).waitForMood("done");
    }

    private static TrainLab choose(TrainLab train, String source) {
        train.at("text-is-" + source).check();
        return train;
    }

    private static void change(TrainLab train, String key, String value) {
        train.page().locator("[id='setting-" + key + "']").fill(value);
        train.page().locator("[id='setting-" + key + "']").blur();
    }

    private static void assertText(TrainLab train, String name, int bytes, String beginning) {
        assertThat(train.at("text-note")).containsText(name);
        assertThat(train.at("text-note")).containsText("(" + bytes + " bytes)");
        assertThat(train.at("text-preview")).containsText(beginning);
        assertThat(train.at("text-error")).isEmpty();
    }

    /** Two pages of rows, ten and two, as the viewer of data sets gives them. */
    private static void standInForHuggingFace(Lab lab) {
        lab.standIn(
                SPLITS,
                json("{\"splits\": [{\"dataset\": \"roneneldan/TinyStories\", \"config\": \"default\","
                        + " \"split\": \"train\"}], \"pending\": [], \"failed\": []}"));
        lab.standIn(ROWS + "0&length=10", json(rows("one", 10)));
        lab.standIn(ROWS + "10&length=100", json(rows("two", 2)));
    }

    private static String rows(String page, int count) {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            rows.append(i == 1 ? "" : ", ")
                    .append("{\"row_idx\": 0, \"row\": {\"text\": \"Story ")
                    .append(page)
                    .append(' ')
                    .append(i % 10)
                    .append(".\"}, \"truncated_cells\": []}");
        }
        return "{\"features\": [{\"feature_idx\": 0, \"name\": \"text\", \"type\": {\"dtype\": \"string\"}}], \"rows\": ["
                + rows + "], \"num_rows_total\": 12, \"num_rows_per_page\": 100, \"partial\": false}";
    }

    private static void standInForWikipedia(Lab lab, String title, String fields) {
        lab.standIn(
                article(title),
                json("{\"batchcomplete\": true, \"query\": {\"pages\": [{\"ns\": 0, \"title\": \"" + title + "\", "
                        + fields + "}]}}"));
    }

    private static String article(String title) {
        return "https://en.wikipedia.org/w/api.php?action=query&prop=extracts%7Cpageprops&ppprop=disambiguation"
                + "&explaintext=1&redirects=1&format=json&formatversion=2&origin=%2A&titles=" + title;
    }

    private static Consumer<Route> json(String body) {
        return route -> answer(route, 200, body);
    }

    private static void answer(Route route, int status, String body) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setHeaders(CROSS_ORIGIN)
                .setContentType("text/plain; charset=utf-8")
                .setBodyBytes(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static BatchConfig config(Map<String, String> changes) throws IOException {
        Path configs = Path.of("../configs");
        return BatchRecipe.parse(
                        Files.readString(configs.resolve("model.byte-tinygpt-v0.json")), "model",
                        Files.readString(configs.resolve("training.json")), "training")
                .withAll(changes)
                .batches();
    }
}
