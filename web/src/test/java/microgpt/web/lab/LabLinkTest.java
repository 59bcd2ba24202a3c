package microgpt.web.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import microgpt.config.OnlineRecipe;
import microgpt.web.recipe.Draft;
import org.junit.jupiter.api.Test;

class LabLinkTest {
    private static final Offers OFFERS =
            Offers.parse(read("static/lab.json"), read("configs/presets.json"), "presets.json");

    private final Draft<OnlineRecipe> tiny =
            new Draft<>("online.tiny", OnlineRecipe.parse(read("configs/online.tiny.json"), "online.tiny.json"));

    @Test
    void noLinkAsksForTheDefault() {
        LabLink link = LabLink.parse("", OFFERS);
        assertEquals("online.small", link.preset().id());
        assertEquals(OFFERS.defaultPlan(), link.plan());
        assertEquals(List.of(), link.complaints());
    }

    @Test
    void whatRunsIsReadBack() {
        tiny.edit("seed", "42");
        tiny.restarted();
        String hash = LabLink.hash(OFFERS, tiny, "phases.short");
        assertEquals("#v=4&preset=online.tiny&plan=phases.short&seed=42", hash);
        LabLink link = LabLink.parse(hash, OFFERS);
        assertEquals("online.tiny", link.preset().id());
        assertEquals("phases.short", link.plan());
        assertEquals(Map.of("seed", "42"), link.changes());
    }

    @Test
    void aTextOfTheReadersOwnIsNotInIt() {
        assertEquals("#v=4&preset=online.tiny", LabLink.hash(OFFERS, tiny, ""));
    }

    @Test
    void whatRunsRacesAgainstItselfWithOneKeyChanged() {
        tiny.edit("seed", "42");
        tiny.restarted();
        assertEquals(
                "race.html#v=4&stream=phases.short&a.preset=online.tiny&b.preset=online.tiny&a.seed=42"
                        + "&b.experience_replay.enabled=false&b.seed=42",
                LabLink.race("phases.short", tiny, "experience_replay.enabled"));
    }

    @Test
    void whatWaitsForARestartIsRacedAsItStandsInTheField() {
        tiny.edit("model.n_layers", "3");
        tiny.edit("seed", "9");
        assertEquals(
                "race.html#v=4&stream=own&a.preset=online.tiny&b.preset=online.tiny&b.model.n_layers=3",
                LabLink.race("", tiny, "model.n_layers"));
    }

    @Test
    void withoutARecipeARaceIsTheUsualOne() {
        assertEquals("race.html", LabLink.race("phases", null, "seed"));
    }

    @Test
    void aLinkOfTheFirstVersionMeansARunWithoutAMixture() {
        assertEquals(
                Map.of("seed", "7", "mixture.enabled", "false"),
                LabLink.parse("#v=1&seed=7", OFFERS).changes());
        assertEquals(
                Map.of("mixture.enabled", "true"),
                LabLink.parse("#v=1&mixture.enabled=true", OFFERS).changes());
        assertEquals(Map.of("seed", "7"), LabLink.parse("#v=4&seed=7", OFFERS).changes());
        assertEquals(Map.of(), LabLink.parse("", OFFERS).changes());
    }

    @Test
    void anEarlierLinkToTheBestPresetMeansWhatThePresetWasThen() {
        assertEquals(
                Map.of("mixture.counts", "best", "experience_replay.windows", "3"),
                LabLink.parse("#v=2&preset=online.best", OFFERS).changes());
        assertEquals(
                Map.of("experience_replay.windows", "3"),
                LabLink.parse("#v=3&preset=online.best", OFFERS).changes());
        assertEquals(
                Map.of("mixture.counts", "lean", "experience_replay.windows", "3"),
                LabLink.parse("#v=2&preset=online.best&mixture.counts=lean", OFFERS)
                        .changes());
        assertEquals(Map.of(), LabLink.parse("#v=4&preset=online.best", OFFERS).changes());
        assertEquals(Map.of(), LabLink.parse("#v=2&preset=online.tiny", OFFERS).changes());
    }

    @Test
    void aLinkOfAnEarlierVersionThatNamesNoStreamMeansTheOneThatWasTheDefaultThen() {
        assertEquals("phases", LabLink.parse("#v=3&seed=7", OFFERS).plan());
        assertEquals(
                "phases.short", LabLink.parse("#v=3&plan=phases.short", OFFERS).plan());
        assertEquals("phases.visits", LabLink.parse("#v=4&seed=7", OFFERS).plan());
        assertEquals("phases.visits", LabLink.parse("", OFFERS).plan());
        assertEquals("#v=4&preset=online.tiny&plan=phases", LabLink.hash(OFFERS, tiny, "phases"));
    }

    @Test
    void whatIsNotOnOfferIsSaidAndTheDefaultTaken() {
        LabLink link = LabLink.parse("#v=4&preset=online.vast&plan=opera&seed=7", OFFERS);
        assertEquals(List.of("there is no preset “online.vast”", "there is no stream “opera”"), link.complaints());
        assertEquals("online.small", link.preset().id());
        assertEquals(OFFERS.defaultPlan(), link.plan());
        assertEquals(Map.of("seed", "7"), link.changes());
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of("..").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
