package microgpt.e2e;

import java.nio.file.Path;
import java.util.Optional;
import microgpt.numeric.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test a fresh tab of one Firefox, and asserts that its pages were quiet; skips it where there is no Firefox. */
final class FirefoxExtension implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback {
    private static final Namespace SPACE = Namespace.create(FirefoxExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
        return test.getTestMethod().isEmpty() || found(test).isPresent()
                ? ConditionEvaluationResult.enabled("")
                : ConditionEvaluationResult.disabled("there is no Firefox: MICROGPT_FIREFOX names one, and "
                        + BrowserInstall.line(Firefox.PACKAGE) + " installs Debian's");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == FirefoxTab.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Firefox firefox = test.getRoot()
                .getStore(SPACE)
                .getOrComputeIfAbsent(
                        "browser",
                        key -> Firefox.start(found(test).orElseThrow()),
                        Firefox.class); // closed with the run
        FirefoxTab tab = firefox.open();
        test.getStore(SPACE).put("tab", tab); // closed with the test
        return tab;
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        @Nullable FirefoxTab tab = test.getStore(SPACE).get("tab", FirefoxTab.class);
        if (tab != null && test.getExecutionException().isEmpty()) {
            tab.assertQuiet();
        }
    }

    private static Optional<Path> found(ExtensionContext test) {
        return test.getRoot()
                .getStore(SPACE)
                .getOrComputeIfAbsent("found", key -> new Found(Firefox.find(System.getenv())), Found.class)
                .program;
    }

    /** Where Firefox is, if it is anywhere. */
    private record Found(Optional<Path> program) {}
}
