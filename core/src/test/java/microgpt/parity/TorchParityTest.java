package microgpt.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import microgpt.compute.JavaBackend;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** That the whole of a training step, from tokens to new weights, is the one that PyTorch takes, on the reference back end. */
class TorchParityTest {
    private static List<TorchParity.Finding> findings = List.of();

    @BeforeAll
    static void compare() throws IOException {
        try (InputStream in = TorchParityTest.class.getResourceAsStream("tinygpt-torch.json")) {
            String recording = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            findings = TorchParity.compare(recording, JavaBackend.alone());
        }
    }

    @Test
    void logitsAreThoseOfPyTorch() {
        assertAgree(1, "logits");
    }

    @Test
    void gradientsAreThoseOfPyTorch() {
        assertAgree(2 + 2 * 12 + 2, "gradient of ");
    }

    @Test
    void thirtyUpdatesLoseWhatPyTorchLosesWithItsGradientNorms() {
        assertAgree(30, "loss of step ");
        assertAgree(30, "gradient norm of step ");
    }

    @Test
    void whatIsNoRecordingIsRefused() {
        for (String bad : List.of(
                "",
                "<html>",
                "[".repeat(3_000),
                "{}",
                "{\"weights\":{}}",
                "{\"weights\":{\"token_embedding.weight\":{\"data\":\"AAAA\"}}}",
                "{\"weights\":{\"token_embedding.weight\":{\"data\":\"?\"}}}")) {
            String refusal = String.valueOf(
                    assertThrows(IllegalArgumentException.class, () -> TorchParity.compare(bad, JavaBackend.alone()))
                            .getMessage());
            assertFalse(refusal.equals("null") || refusal.isBlank(), bad);
        }
    }

    private static void assertAgree(int count, String prefix) {
        List<TorchParity.Finding> all =
                findings.stream().filter(f -> f.name().startsWith(prefix)).toList();
        assertEquals(count, all.size());
        assertEquals(List.of(), all.stream().filter(f -> !f.agrees()).toList());
    }
}
