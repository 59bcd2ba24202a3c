package microgpt.web.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import microgpt.corpus.genre.Genre;
import org.junit.jupiter.api.Test;

class TrainLinkTest {
    @Test
    void theDefaultNeedsNoLink() {
        assertEquals("", new TrainLink("", BuiltinText.DEFAULT, Map.of()).hash());
        assertEquals(BuiltinText.DEFAULT, TrainLink.parse("").text());
    }

    @Test
    void aLinkSaysWhatDiffersAndIsReadBack() {
        TrainLink link = new TrainLink(
                "tiny", new BuiltinText(Genre.VERSE, 20_000), Map.of("max_steps", "50", "betas", "[0.9, 0.99]"));
        assertEquals("#v=4&preset=tiny&text=verse&bytes=20000&betas=%5B0.9%2C%200.99%5D&max_steps=50", link.hash());
        assertEquals(link, TrainLink.parse(link.hash()));
    }

    @Test
    void linksThatNameTheirKeysInAnotherOrderAreRead() {
        assertEquals(
                new TrainLink("tiny", new BuiltinText(Genre.VERSE, 20_000), Map.of("max_steps", "50")),
                TrainLink.parse("#v=1&preset=tiny&bytes=20000&max_steps=50&text=verse"));
    }

    @Test
    void aTextOfTheReadersOwnIsNotInIt() {
        assertEquals("#v=4&preset=tiny", new TrainLink("tiny", null, Map.of()).hash());
    }

    @Test
    void whatCannotBeReadIsSaidAndTheRestKept() {
        TrainLink link = TrainLink.parse("#v=1&text=opera&seed=7");
        assertEquals(List.of("there is no built-in text \"opera\""), link.complaints());
        assertEquals(Map.of("seed", "7"), link.changes());
        assertEquals(
                List.of("a built-in text has 10000 to 10000000 bytes, not 3"),
                TrainLink.parse("#v=1&bytes=3").complaints());
        assertEquals(
                List.of("“bytes=many” is not a number of bytes"),
                TrainLink.parse("#v=1&bytes=many").complaints());
    }
}
