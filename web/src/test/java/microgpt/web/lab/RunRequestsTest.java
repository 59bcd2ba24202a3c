package microgpt.web.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import microgpt.config.OnlineRecipe;
import microgpt.web.lab.RunRequests.Place;
import microgpt.web.recipe.Draft;
import org.junit.jupiter.api.Test;

class RunRequestsTest {
    private final RunRequests requests = new RunRequests();

    @Test
    void aRunThatFailsIsSaidWhereItWasAskedForAndTheOthersAreStillAwaited() throws IOException {
        requests.asked(3, request(Place.STREAM));
        requests.asked(4, request(Place.SETTINGS));
        assertTrue(requests.isRun(3));
        assertEquals(Place.STREAM, requests.failed(3));
        assertFalse(requests.isRun(3));
        assertNull(requests.built(3));
        assertTrue(requests.isRun(4));
    }

    @Test
    void aRunThatWasBuiltEndsTheWaitForThoseBefore() throws IOException {
        RunRequests.Request later = request(Place.PAGE);
        requests.asked(3, request(Place.STREAM));
        requests.asked(4, later);
        assertSame(later, requests.built(4));
        assertFalse(requests.isRun(3));
    }

    @Test
    void whatNobodyAskedForIsSaidOnTopOfThePage() {
        assertEquals(Place.PAGE, requests.failed(0));
        requests.asked(7, Place.SETTINGS);
        assertEquals(Place.SETTINGS, requests.failed(7));
        assertFalse(requests.isRun(7));
    }

    private static RunRequests.Request request(Place place) throws IOException {
        Path root = Files.isDirectory(Path.of("configs")) ? Path.of("") : Path.of("..");
        OnlineRecipe tiny =
                OnlineRecipe.parse(Files.readString(root.resolve("configs/online.tiny.json")), "online.tiny.json");
        return new RunRequests.Request(new StreamChoice.Typed(), new Draft<>("online.tiny", tiny), tiny, place);
    }
}
