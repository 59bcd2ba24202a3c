package microgpt.e2e.loop;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The modules that run in a browser, compiled within this process. What the loop compiles lies in folders of its own, in
 * front of what Maven compiled: Maven would take it for checked.
 */
final class JavaModules {
    /** In the order of dependence: the first is seen by all, the last sees all, those between do not see each other. */
    static final List<String> NAMES = List.of("core", "worker", "web", "e2e/site");

    private static final String SHARED = NAMES.get(0);
    private static final String WHOLE = NAMES.get(3);

    private final Path root;
    private final List<Path> libraries;
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

    /** {@code libraries} are what all modules may refer to. */
    JavaModules(Path root, List<Path> libraries) throws IOException {
        this.root = root;
        this.libraries = libraries;
        deleteAll(root.resolve("target/loop"));
        for (String module : NAMES) {
            Files.createDirectories(own(module));
        }
    }

    Path sources(String module) {
        return root.resolve(module).resolve("src/main/java");
    }

    /** The modules that must be compiled when files of these have changed. */
    static List<String> affected(Set<String> changed) {
        return NAMES.stream()
                .filter(module -> changed.contains(module)
                        || changed.contains(SHARED)
                        || (module.equals(WHOLE) && !changed.isEmpty()))
                .toList();
    }

    /** Where a module's classes are, and all that they refer to. */
    List<Path> classPath(String module) {
        List<Path> path = new ArrayList<>();
        for (String part : seenBy(module)) {
            path.add(own(part));
            path.add(root.resolve(part).resolve("target/classes"));
        }
        path.addAll(libraries);
        return path;
    }

    private static Set<String> seenBy(String module) {
        Set<String> seen = new LinkedHashSet<>(List.of(module, SHARED));
        if (module.equals(WHOLE)) {
            seen.addAll(NAMES);
        }
        return seen;
    }

    void compile(String module) throws IOException, BuildException {
        StringWriter said = new StringWriter();
        List<String> options = List.of(
                "-d",
                own(module).toString(),
                "-cp",
                classPath(module).stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                "--release",
                "17",
                "-proc:none",
                "-nowarn",
                "-g");
        try (StandardJavaFileManager files =
                        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
                Stream<Path> sources = Files.walk(sources(module))) {
            List<Path> all =
                    sources.filter(file -> file.toString().endsWith(".java")).toList();
            boolean done = compiler.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(all))
                    .call();
            if (!done) {
                throw new BuildException(said.toString().replace(root + File.separator, ""));
            }
        }
    }

    /** Runs a program of a module, as it was compiled last. */
    void run(String module, Pom.Generator program) throws IOException, BuildException {
        List<URL> urls = new ArrayList<>();
        for (Path path : classPath(module)) {
            urls.add(path.toUri().toURL());
        }
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
            loader.loadClass(program.mainClass())
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) program.arguments().toArray(new String[0]));
        } catch (ReflectiveOperationException e) {
            throw new BuildException(program.mainClass() + ": " + (e.getCause() == null ? e : e.getCause()));
        }
    }

    private Path own(String module) {
        return root.resolve("target/loop/classes").resolve(module);
    }

    private static void deleteAll(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
