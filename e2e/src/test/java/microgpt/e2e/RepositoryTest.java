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
    private static final List<String> MODULES = List.of("e2e/tools", "core", "worker", "web", "e2e");
    private static final int MOST_LINES = 250;

    /** The files that are longer, and why each is still one idea. */
    private static final Map<String, String> LONG_FILES = Map.ofEntries(
            Map.entry(
                    "core/src/main/java/microgpt/MicroGpt.java",
                    "the whole of a library in one class, as its users call it"),
            Map.entry(
                    "core/src/main/java/microgpt/checkpoint/Checkpoint.java",
                    "what a run is in a file: each kind of run has its way in and out, over the same checks"),
            Map.entry(
                    "core/src/main/java/microgpt/compute/Attention.java",
                    "forward and backward of one operation, side by side"),
            Map.entry("core/src/main/java/microgpt/compute/Backend.java", "one short method an operation"),
            Map.entry("core/src/main/java/microgpt/compute/JavaBackend.java", "one short method an operation"),
            Map.entry(
                    "core/src/main/java/microgpt/corpus/ByteStream.java",
                    "one short method for each way to grow, read, hold and save a stream"),
            Map.entry("core/src/main/java/microgpt/corpus/genre/StoryPlots.java", "a grammar: sentences, no logic"),
            Map.entry(
                    "core/src/main/java/microgpt/engine/Experts.java",
                    "everyone who predicts, over one step: asked, charged, told, each side by side"),
            Map.entry(
                    "core/src/main/java/microgpt/engine/PrequentialEngine.java",
                    "one protocol, and what can be asked of a run between two steps"),
            Map.entry(
                    "core/src/main/java/microgpt/names/FloatModel.java",
                    "forward and backward of one model, side by side"),
            Map.entry("core/src/main/java/microgpt/parity/BackendParity.java", "one short method an operation"),
            Map.entry(
                    "core/src/main/java/microgpt/predict/Mixture.java",
                    "one mixture: asked, told, looked ahead in, saved; each call and its way back"),
            Map.entry("core/src/main/java/microgpt/protocol/lab/LabCommand.java", "one short record a message"),
            Map.entry("core/src/main/java/microgpt/protocol/lab/LabReport.java", "one short record a message"),
            Map.entry("core/src/main/java/microgpt/protocol/lab/LabReportWire.java", "two short methods a message"),
            Map.entry("core/src/main/java/microgpt/protocol/train/TrainCommand.java", "one short record a message"),
            Map.entry("core/src/main/java/microgpt/protocol/train/TrainReport.java", "one short record a message"),
            Map.entry("core/src/main/java/microgpt/protocol/train/TrainReportWire.java", "two short methods a message"),
            Map.entry(
                    "core/src/test/java/microgpt/checkpoint/CheckpointMutationTest.java",
                    "one reader, spoilt in many ways"),
            Map.entry("core/src/test/java/microgpt/cli/TrainTest.java", "one command, over all its options"),
            Map.entry(
                    "core/src/test/java/microgpt/config/OnlineRecipeTest.java",
                    "one class, over all that a recipe may say wrongly"),
            Map.entry("core/src/test/java/microgpt/corpus/ByteStreamTest.java", "one class"),
            Map.entry(
                    "core/src/test/java/microgpt/model/GptTest.java",
                    "one model: what it computes, and that it learns"),
            Map.entry(
                    "core/src/test/java/microgpt/predict/MixtureTest.java",
                    "one mixture: known answers, promise, mass, peek, save"),
            Map.entry(
                    "core/src/test/java/microgpt/engine/PrequentialEngineTest.java",
                    "one protocol, over all its mechanisms"),
            Map.entry("e2e/src/test/java/microgpt/e2e/BareTrainer.java", "one worker, as its page speaks to it"),
            Map.entry("e2e/src/test/java/microgpt/e2e/Lab.java", "one page, as a reader uses it"),
            Map.entry(
                    "e2e/src/test/java/microgpt/e2e/LibraryTest.java",
                    "one library, in all the places it can be imported"),
            Map.entry("web/src/main/java/microgpt/web/lab/Dashboard.java", "one short method a report"),
            Map.entry("web/src/main/java/microgpt/web/lab/Lab.java", "one short method for each wish of the reader"),
            Map.entry(
                    "worker/src/main/java/microgpt/worker/kernels/AttentionKernels.java",
                    "forward and backward of one operation, side by side"),
            Map.entry("worker/src/main/java/microgpt/worker/kernels/Products.java", "the three forms of one product"),
            Map.entry(
                    "worker/src/main/java/microgpt/worker/lab/LabRun.java",
                    "one short method for each wish of a session"),
            Map.entry("worker/src/main/java/microgpt/worker/lab/LabSession.java", "one short method a command"),
            Map.entry("worker/src/test/java/microgpt/worker/lab/LabSessionTest.java", "one wish of a page a test"),
            Map.entry(
                    "worker/src/test/java/microgpt/worker/lab/LabTravelTest.java",
                    "one way through a run's past a test"),
            Map.entry("worker/src/main/java/microgpt/worker/simd/SimdBackend.java", "one short method an operation"),
            Map.entry(
                    "worker/src/main/java/microgpt/worker/train/CurrentRun.java",
                    "the life of one run: a state machine reads badly in two files"),
            Map.entry("worker/src/main/java/microgpt/worker/train/TrainRun.java", "one run, and what is kept of it"),
            Map.entry("worker/src/main/java/microgpt/worker/wasm/Expr.java", "one short method an instruction"),
            Map.entry(
                    "worker/src/test/java/microgpt/worker/train/TrainSessionTest.java",
                    "one session, over all its commands"));

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
