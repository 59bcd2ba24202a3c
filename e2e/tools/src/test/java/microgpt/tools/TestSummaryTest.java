package microgpt.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TestSummaryTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path root;

    @Test
    void theLastLineSumsWhatTheTestsOfAllModulesCameTo() throws IOException {
        report("core", "a", passed("x") + passed("y"), START);
        report("web", "b", passed("z"), START);
        assertEquals(List.of("3 passed, 0 failed, 0 skipped"), lines());
    }

    @Test
    void eachSkippedTestIsNamedWithItsReason() throws IOException {
        report(
                "e2e",
                "a",
                testCase("told", "<skipped message=\"property does not exist ==&gt; needs -Dx\"/>")
                        + testCase(
                                "assumed",
                                "<skipped><![CDATA[org.opentest4j.TestAbortedException: Assumption failed: skipped: no bun\n"
                                        + "\tat org.junit.X]]></skipped><system-out>noise</system-out>"),
                START);
        assertEquals(
                List.of(
                        "skipped: e2e FooTest.told: needs -Dx",
                        "skipped: e2e FooTest.assumed: no bun",
                        "0 passed, 0 failed, 2 skipped"),
                lines());
    }

    @Test
    void failuresAndErrorsAreBothFailed() throws IOException {
        report(
                "core",
                "a",
                testCase("f", "<failure message=\"expected 1\">trace</failure>")
                        + testCase("e", "<error type=\"X\">X: broken\n\tat Y</error>"),
                START);
        assertEquals(
                List.of(
                        "failed: core FooTest.f: expected 1",
                        "failed: core FooTest.e: X: broken",
                        "0 passed, 2 failed, 0 skipped"),
                lines());
    }

    @Test
    void aReportOfAnEarlierBuildDoesNotCountAndAModuleWithoutAnyIsNamed() throws IOException {
        report("core", "a", passed("x"), START.plusSeconds(1));
        report("web", "b", passed("old"), START.minusSeconds(1));
        assertEquals(List.of("not run: the tests of web", "1 passed, 0 failed, 0 skipped"), lines());
    }

    @Test
    void whereNoTestRanNothingIsSaid() throws IOException {
        report("core", "a", passed("old"), START.minusSeconds(1));
        assertEquals(List.of(), lines());
    }

    @Test
    void aReportThatCannotBeReadCountsAsAFailure() throws IOException {
        report("core", "a", "<testcase", START);
        assertEquals("0 passed, 1 failed, 0 skipped", lines().get(1));
    }

    private List<String> lines() {
        return new TestSummary(root, START).lines();
    }

    private void report(String module, String name, String testCases, Instant written) throws IOException {
        Files.createDirectories(root.resolve(module).resolve("src/test/java"));
        Path folder = Files.createDirectories(root.resolve(module).resolve("target/surefire-reports"));
        Path file = folder.resolve("TEST-" + name + ".xml");
        Files.writeString(file, "<testsuite><properties/>" + testCases + "</testsuite>");
        Files.setLastModifiedTime(file, FileTime.from(written));
    }

    private static String passed(String name) {
        return testCase(name, "");
    }

    private static String testCase(String name, String inside) {
        return "<testcase classname=\"microgpt.FooTest\" name=\"" + name + "\">" + inside + "</testcase>";
    }
}
