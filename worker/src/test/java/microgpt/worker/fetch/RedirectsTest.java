package microgpt.worker.fetch;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectsTest {
    private static final String HUB = "https://huggingface.co";

    @Test
    void aServerAnswersForItself() {
        assertTrue(Redirects.mayLead("https://example.org", "https://example.org"));
        assertFalse(Redirects.areFollowed("https://example.org"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://example.org",
                "https://example.org:8443",
                "https://www.example.org",
                ""
            })
    void noOtherServerAnswersForIt(String other) {
        assertFalse(Redirects.mayLead("https://example.org", other));
    }

    @Test
    void theHubKeepsItsFilesOnServersOfItsOwn() {
        assertTrue(Redirects.areFollowed(HUB));
        assertTrue(Redirects.mayLead(HUB, "https://cdn-lfs.huggingface.co"));
        assertTrue(Redirects.mayLead(HUB, "https://cas-bridge.xethub.hf.co"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://cdn-lfs.huggingface.co",
                "https://cdn-lfs.huggingface.co:8443",
                "https://evilhf.co",
                "https://huggingface.co.evil.example",
                "https://hf.co.evil.example"
            })
    void noServerElsewhereAnswersForTheHub(String other) {
        assertFalse(Redirects.mayLead(HUB, other));
    }

    @Test
    void theInterfacesOfDataSetsAndArticlesSendNobodyOn() {
        assertFalse(Redirects.areFollowed("https://datasets-server.huggingface.co"));
        assertFalse(Redirects.areFollowed("https://en.wikipedia.org"));
    }
}
