package microgpt.tools;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import microgpt.tools.TestResult.Outcome;

/** What the tests of all modules came to, as the last lines of a build. */
public final class TestSummary {
    private final Path root;
    private final Instant since;

    /** Of the modules below {@code root}; reports from before {@code since} belong to an earlier build. */
    TestSummary(Path root, Instant since) {
        this.root = root;
        this.since = since;
    }

    /** {@code TestSummary ROOT}, within Maven: Maven writes its own last lines after every plugin, but before the JVM ends. */
    public static void main(String[] args) {
        if (args.length != 1) {
            throw new IllegalArgumentException(args.length + " arguments; expected: ROOT");
        }
        Instant start = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        TestSummary summary = new TestSummary(Path.of(args[0]), start);
        summary.lines(); // loads each class while the plugin's class loader is open
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, Charset.defaultCharset());
        Runtime.getRuntime()
                .addShutdownHook(new Thread(lasting(), () -> summary.lines().forEach(out::println), "summary"));
    }

    /** The group of the JVM's own threads: the plugin destroys the one that it makes for this program. */
    private static ThreadGroup lasting() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }

    /** Nothing where no test ran; else a line for each test that did not pass, and the sums. */
    List<String> lines() {
        List<TestResult> all = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String module : modules()) {
            List<TestResult> results = results(module);
            if (results.isEmpty()) {
                lines.add("not run: the tests of " + module);
            }
            for (TestResult result : results) {
                if (result.outcome() != Outcome.PASSED) {
                    String how = result.outcome().toString().toLowerCase(Locale.ROOT);
                    lines.add(how + ": " + module + " " + result.name() + ": " + result.reason());
                }
            }
            all.addAll(results);
        }
        if (all.isEmpty()) {
            return List.of();
        }
        lines.add(count(all, Outcome.PASSED) + " passed, " + count(all, Outcome.FAILED) + " failed, "
                + count(all, Outcome.SKIPPED) + " skipped");
        return lines;
    }

    private static long count(List<TestResult> results, Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    /** The folders that hold tests. */
    private List<String> modules() {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("src/test/java")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private List<TestResult> results(String module) {
        List<TestResult> results = new ArrayList<>();
        Path reports = root.resolve(module).resolve("target/surefire-reports");
        if (!Files.isDirectory(reports)) {
            return results;
        }
        try (Stream<Path> files = Files.list(reports)) {
            for (Path file : files.filter(this::isOfThisBuild).sorted().toList()) {
                results.addAll(TestResult.read(file));
            }
        } catch (IOException | XMLStreamException e) {
            results.add(new TestResult(reports.toString(), Outcome.FAILED, e.toString()));
        }
        return results;
    }

    private boolean isOfThisBuild(Path file) {
        String name = file.getFileName().toString();
        try {
            return name.startsWith("TEST-")
                    && name.endsWith(".xml")
                    && !Files.getLastModifiedTime(file).toInstant().isBefore(since);
        } catch (IOException e) {
            return false;
        }
    }
}
