package microgpt.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import microgpt.worker.simd.SimdBackend;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "microgpt.worker.";
    /** Read from where they are compiled to: on the class path there may be a jar of tests, which looks like any other. */
    private static final JavaClasses WORKER = new ClassFileImporter().importPath(Path.of("target/classes"));

    /** What each package sees of the others; all see core. */
    private static final Map<String, Set<String>> PLAN = Map.ofEntries(
            Map.entry("loop", Set.of()),
            Map.entry("fetch", Set.of("loop")),
            Map.entry("backend", Set.of("simd")),
            Map.entry("lab", Set.of("loop", "fetch", "backend")),
            Map.entry("train", Set.of("loop", "fetch", "backend", "storage")),
            Map.entry("step", Set.of("loop")),
            Map.entry("storage", Set.of("loop")),
            Map.entry("simd", Set.of()),
            Map.entry("kernels", Set.of("wasm")),
            Map.entry("wasm", Set.of()),
            Map.entry("bench", Set.of("backend", "simd")),
            Map.entry("library", Set.of("backend")));

    @Test
    void packagesHaveNoCycles() {
        slices().matching("microgpt.worker.(*)..").should().beFreeOfCycles().check(WORKER);
    }

    @Test
    void everyPackageIsInThePlan() {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : WORKER) {
            found.add(type.getPackageName().substring(ROOT.length()));
        }
        assertEquals(new TreeSet<>(PLAN.keySet()), found);
    }

    @Test
    void everyPackageSeesOnlyWhatThePlanSays() {
        PLAN.forEach((name, seen) -> noClasses()
                .that()
                .resideInAPackage(ROOT + name)
                .should()
                .dependOnClassesThat(new DescribedPredicate<>("are in another package than " + seen) {
                    @Override
                    public boolean test(JavaClass type) {
                        String other = type.getPackageName();
                        return other.startsWith(ROOT)
                                && !other.equals(ROOT + name)
                                && !seen.contains(other.substring(ROOT.length()));
                    }
                })
                .check(WORKER));
    }

    @Test
    void onlyTheChoiceOfBackEndsTakesOverTheKernels() {
        noClasses()
                .that()
                .resideOutsideOfPackage("microgpt.worker.backend")
                .should()
                .callMethod(SimdBackend.class, "ofThisBrowser")
                .check(WORKER);
    }

    @Test
    void nothingNeedsMoreThanABrowserHas() {
        noClasses()
                .that()
                .resideOutsideOfPackage("microgpt.worker.kernels") // which writes the kernels at build time
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.nio.file..", "java.nio.channels..", "java.util.concurrent..", "java.lang.reflect..")
                .check(WORKER);
    }

    @Test
    void namesSayWhatTheyAre() {
        classes()
                .should()
                .haveNameNotMatching(".*(Manager|Util|Utils|Helper|Impl|Service)$")
                .check(WORKER);
    }
}
