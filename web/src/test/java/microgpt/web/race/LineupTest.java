package microgpt.web.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import microgpt.config.ConfigException;
import microgpt.web.recipe.RaceLink;
import org.junit.jupiter.api.Test;

class LineupTest {
    private static final String LINK = "#v=4&stream=phases&a.preset=online.tiny&a.seed=4&b.preset=online.tiny"
            + "&b.experience_replay.enabled=false&b.seed=4";

    private final Offers offers = Presets.offers();

    @Test
    void onlyWhatDiffersIsNamed() {
        assertEquals(List.of("experience_replay.enabled"), of(LINK).differing());
        assertTrue(of(LINK).isChanged(1, "experience_replay.enabled"));
        assertFalse(of(LINK).isChanged(0, "experience_replay.enabled"));
    }

    @Test
    void theLinkLeadsBackToTheSameRace() {
        RaceLink link = RaceLink.parse(LINK);
        assertEquals(link, new Lineup(offers, link).link("phases"));
    }

    @Test
    void aChangeKeepsTheChangesBeforeIt() {
        Lineup lineup = of(LINK);
        lineup.replace(1, lineup.changed(1, "optimizer.learning_rate", "0.01"));
        assertEquals(
                Map.of("experience_replay.enabled", "false", "seed", "4", "optimizer.learning_rate", "0.01"),
                lineup.link("").contenders().get(1).changes());
    }

    @Test
    void aChangeThatMakesNoSenseChangesNothing() {
        Lineup lineup = of(LINK);
        assertThrows(ConfigException.class, () -> lineup.changed(1, "model.n_heads", "3"));
        assertEquals(List.of("experience_replay.enabled"), lineup.differing());
    }

    @Test
    void aPresetIsTakenAsItIs() {
        Lineup lineup = of(LINK);
        lineup.choose(1, "online.seed");
        assertEquals(Map.of(), lineup.link("").contenders().get(1).changes());
    }

    @Test
    void thereAreTwoToFour() {
        Lineup lineup = of("");
        assertEquals(2, lineup.size());
        assertEquals(List.of("experience_replay.enabled"), lineup.differing());
        lineup.remove(0);
        assertEquals(2, lineup.size());
        lineup.add();
        lineup.add();
        assertTrue(lineup.isFull());
        assertEquals(lineup.recipe(1).toJson(), lineup.recipe(3).toJson());
        lineup.remove(0);
        assertEquals(List.of(), lineup.differing());
    }

    @Test
    void whatIsNotOnOfferIsSaidAndTheRestRaces() {
        Lineup lineup = of("#v=4&a.preset=online.huge&b.preset=online.tiny&b.seed=many");
        assertEquals(offers.defaultPreset(), lineup.preset(0));
        assertEquals(2, lineup.complaints().size());
        assertEquals("there is no preset “online.huge”", lineup.complaints().get(0));
    }

    @Test
    void oneAloneRacesAgainstItself() {
        Lineup lineup = of("#v=4&a.preset=online.tiny&a.seed=4");
        assertEquals(2, lineup.size());
        assertEquals(List.of(), lineup.differing());
    }

    private Lineup of(String hash) {
        return new Lineup(offers, RaceLink.parse(hash));
    }
}
