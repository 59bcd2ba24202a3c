package microgpt.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds over all modules together: who may be public, and how long a file may be. */
class RepositoryTest {
    private static final Path ROOT =
            Path.of(System.getProperty("site")).resolve("../..").normalize();
    private static final List<String> MODULES = List.of("core", "worker", "web", "e2e");
    private static final int MOST_LINES = 250;

    /** The files that are longer, and why each is still one idea. */
    private static final Map<String, String> LONG_FILES = Map.ofEntries();

    @Test
    void aPublicTypeOfCoreIsUsedByAnotherPackage() {
        JavaClasses all = new ClassFileImporter()
                .importPaths(MODULES.stream()
                        .flatMap(module -> Stream.of("target/classes", "target/test-classes")
                                .map(folder -> ROOT.resolve(module).resolve(folder)))
                        .filter(Files::isDirectory)
                        .toList());
        Set<String> unused = new TreeSet<>();
        for (JavaClass type : all) {
            if (isPublicInCore(type) && !isUsedElsewhere(type)) {
                unused.add(type.getName());
            }
        }
        assertEquals(Set.of(), unused, "public, and used by their own package alone");
    }

    private static boolean isPublicInCore(JavaClass type) {
        boolean main = type.getSource()
                .map(source -> source.getUri().getPath().contains("/core/target/classes/"))
                .orElse(false);
        boolean api = type.getPackageName().equals("microgpt");
        boolean program = type.tryGetMethod("main", String[].class).isPresent();
        return main
                && !api
                && !program
                && type.isTopLevelClass()
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getSimpleName().equals("package-info");
    }

    private static boolean isUsedElsewhere(JavaClass type) {
        for (Dependency use : type.getDirectDependenciesToSelf()) {
            if (!use.getOriginClass().getPackageName().equals(type.getPackageName())) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aFileOfMoreThan250LinesHasAReason() throws IOException {
        Map<String, String> longFiles = new TreeMap<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src"))) {
                for (Path file : files.filter(RepositoryTest::isJava).toList()) {
                    try (Stream<String> lines = Files.lines(file)) {
                        if (lines.count() > MOST_LINES) {
                            String name = ROOT.relativize(file).toString().replace('\\', '/');
                            longFiles.put(name, LONG_FILES.getOrDefault(name, "no reason is given"));
                        }
                    }
                }
            }
        }
        assertEquals(new TreeMap<>(LONG_FILES), longFiles, "files of more than " + MOST_LINES + " lines, and why");
    }

    private static boolean isJava(Path file) {
        return file.toString().endsWith(".java");
    }
}
