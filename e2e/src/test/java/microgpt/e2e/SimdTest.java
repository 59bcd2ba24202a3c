package microgpt.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SIMD back end against the reference, in a real browser. */
@ExtendWith(LabExtension.class)
final class SimdTest {
    /** What the tests of core hold the reference back end against. */
    private static final Path RECORDING = LabExtension.built()
            .resolve("../../core/src/test/resources/microgpt/parity/tinygpt-torch.json")
            .normalize();

    private static final String CHECK = """
            () => new Promise((resolve, reject) => {
              const findings = [];
              const worker = new Worker('worker.js', { type: 'module', name: 'check' });
              worker.onerror = event => reject(event.message);
              worker.onmessage = ({ data }) => {
                if (data.finding) findings.push(JSON.parse(data.finding));
                else if (data.failed) reject(data.failed);
                else resolve(findings);
              };
            })""";

    @ParameterizedTest
    @ValueSource(strings = {"kernels-relaxed.wasm", "kernels-plain.wasm"})
    void itComputesWhatTheReferenceDoesKeepsThePromiseAndLeaksNothing(String kernels, Lab lab) {
        List<String> served = serve(kernels, lab);
        lab.expectComplaint("favicon.ico"); // which a picture, unlike the page, does not name
        lab.page().navigate(lab.site() + "icon.svg");
        List<?> findings = (List<?>) lab.page().evaluate(CHECK);
        assertEquals(List.of(kernels), served);
        assertTrue(findings.size() >= 30, () -> "this browser has no SIMD: " + findings);
        assertEquals(List.of(), wrong(findings));
    }

    /** Logits, the gradient of every tensor, and losses and gradient norms of 30 updates. */
    @ParameterizedTest
    @ValueSource(strings = {"kernels-relaxed.wasm", "kernels-plain.wasm"})
    void itTrainsAsPyTorchDoes(String kernels, Lab lab) throws IOException {
        List<String> served = serve(kernels, lab);
        lab.expectComplaint("favicon.ico");
        lab.page().navigate(lab.site() + "icon.svg");
        List<?> findings = new BenchModule(lab.page(), lab.site()).torch(Files.readString(RECORDING));
        assertEquals(List.of(kernels), served);
        assertEquals(1 + 28 + 30 + 30, findings.size());
        assertEquals(List.of(), wrong(findings));
    }

    private static List<?> wrong(List<?> findings) {
        return findings.stream()
                .map(finding -> (Map<?, ?>) finding)
                .filter(finding -> !(number(finding, "difference") <= number(finding, "tolerance")))
                .toList();
    }

    /** Has the browser load these kernels, whatever it can run, and lists them each time it does. */
    private static List<String> serve(String kernels, Lab lab) {
        List<String> served = new ArrayList<>();
        Path file = LabExtension.built().resolve(kernels);
        lab.page().route("**/kernels-*.wasm", route -> {
            served.add(kernels);
            route.fulfill(new Route.FulfillOptions().setPath(file));
        });
        return served;
    }

    private static double number(Map<?, ?> finding, String key) {
        return finding.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
