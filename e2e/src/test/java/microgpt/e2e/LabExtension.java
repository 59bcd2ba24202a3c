package microgpt.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import microgpt.e2e.StaticSite.Isolation;
import microgpt.numeric.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test a fresh {@link Lab} in one shared browser, keeps evidence of failures, and asserts that the page was quiet. */
final class LabExtension implements ParameterResolver, AfterTestExecutionCallback {
    private static final Namespace SPACE = Namespace.create(LabExtension.class);
    private static final Path EVIDENCE = Path.of("target", "failures");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Lab.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Shared shared =
                test.getRoot().getStore(SPACE).getOrComputeIfAbsent("shared", key -> Shared.open(), Shared.class);
        Lab lab = new Lab(shared.browser, shared.site.url());
        test.getStore(SPACE).put("lab", lab); // closed with the test
        return lab;
    }

    @Override
    public void afterTestExecution(ExtensionContext test) throws IOException {
        @Nullable Lab lab = test.getStore(SPACE).get("lab", Lab.class);
        if (lab == null) {
            return;
        }
        String name = test.getRequiredTestClass().getSimpleName() + "."
                + test.getDisplayName().replaceAll("[^\\w.-]", "_");
        if (test.getExecutionException().isPresent()) {
            lab.keepEvidence(EVIDENCE, name);
            return;
        }
        try {
            lab.assertQuiet();
        } catch (AssertionError e) {
            lab.keepEvidence(EVIDENCE, name);
            throw e;
        }
    }

    /** What takes long to start: the browser, and the site as an ordinary host serves it. */
    private record Shared(Playwright playwright, Browser browser, StaticSite site) implements AutoCloseable {
        static Shared open() {
            try {
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                // a machine busy with other things is no failure of the page
                PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
                Browser browser = new Chromium(System.getenv()).launch(playwright);
                return new Shared(
                        playwright, browser, new StaticSite(built(), Isolation.ISOLATED, "/", StaticSite.ANY_PORT));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
            site.close();
        }
    }

    static Path built() {
        return Path.of(System.getProperty("site", "../target/site"));
    }
}
