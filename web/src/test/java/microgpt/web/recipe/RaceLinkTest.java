package microgpt.web.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import microgpt.web.recipe.RaceLink.Contender;
import org.junit.jupiter.api.Test;

class RaceLinkTest {
    private static final Contender TINY = new Contender("online.tiny", Map.of("optimizer.learning_rate", "0.01"));

    @Test
    void aRaceAgainstAChangeKeepsWhatWasChangedBefore() {
        RaceLink race = RaceLink.against("phases", TINY, "seed", "2");
        assertEquals(
                "race.html#v=4&stream=phases&a.preset=online.tiny&b.preset=online.tiny"
                        + "&a.optimizer.learning_rate=0.01&b.optimizer.learning_rate=0.01&b.seed=2",
                race.address());
    }

    @Test
    void whatIsWrittenIsRead() {
        RaceLink race = new RaceLink(
                RaceLink.OWN,
                List.of(TINY, new Contender("online.small", Map.of()), TINY.with("model.position", "relative")),
                List.of());
        assertEquals(race, RaceLink.parse(race.hash()));
    }

    @Test
    void anEmptyOneAsksForNothing() {
        assertEquals(new RaceLink("", List.of(), List.of()), RaceLink.parse(""));
    }

    @Test
    void whatBelongsToNobodyIsSaid() {
        RaceLink race = RaceLink.parse("#v=4&a.preset=online.tiny&e.seed=2&seed=3");
        assertEquals(List.of(new Contender("online.tiny", Map.of())), race.contenders());
        assertEquals(List.of("“e.seed” is of no contender", "“seed” is of no contender"), race.complaints());
        assertTrue(RaceLink.parse("#v=99&a.preset=x").complaints().get(0).contains("version"));
    }

    @Test
    void anEarlierOneMeansWhatItMeant() {
        assertEquals(
                List.of(new Contender("online.best", Map.of("experience_replay.windows", "3"))),
                RaceLink.parse("#v=3&a.preset=online.best").contenders());
    }

    @Test
    void aContenderWithoutAPresetHasTheDefault() {
        assertEquals(
                List.of(new Contender("", Map.of("seed", "4"))),
                RaceLink.parse("v=4&a.seed=4").contenders());
    }
}
