package microgpt.worker.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import microgpt.protocol.Source;
import org.junit.jupiter.api.Test;

class SourcesTest {
    private static final String VERSE = "{\"phase\": \"verse\", \"bytes\": 10}";
    private static final String CODE = "{\"phase\": \"code\", \"bytes\": 10}";

    @Test
    void everySourceHasAName() {
        assertEquals("verse", Sources.name(phases(VERSE + "," + VERSE)));
        assertEquals("the built-in phases", Sources.name(phases(VERSE + "," + CODE)));
        assertEquals("letters.txt", Sources.name(new Source.Supplied("letters.txt")));
        assertEquals("your text", Sources.name(new Source.Supplied(" ")));
        assertEquals("a.txt", Sources.name(new Source.Url("https://example.org/b/a.txt", 10)));
        assertEquals("typed", Sources.name(new Source.Typed()));
    }

    private static Source phases(String visits) {
        return new Source.Phases("{\"seed\": 1, \"phases\": [" + visits + "]}");
    }
}
