package microgpt.web;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    /** Read from where they are compiled to: on the class path there may be a jar of tests, which looks like any other. */
    private static final JavaClasses WEB = new ClassFileImporter().importPath(Path.of("target/classes"));

    private static final String ROOT = "microgpt.web.";

    /** What the packages that pages share see of each other; every other package is a page. */
    private static final Map<String, Set<String>> SHARED = Map.of(
            "dom", Set.of(),
            "text", Set.of(),
            "recipe", Set.of(),
            "chart", Set.of("text"),
            "shell", Set.of("dom", "text", "chart", "recipe"));

    @Test
    void pagesSeeWhatTheyShareAndNeverEachOther() {
        for (String name : packages()) {
            Set<String> seen = SHARED.getOrDefault(name, SHARED.keySet());
            noClasses()
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
                    .check(WEB);
        }
    }

    @Test
    void everyPackageIsSharedOrAPage() {
        Set<String> pages = new TreeSet<>(packages());
        assertTrue(pages.containsAll(SHARED.keySet()), pages.toString());
        pages.removeAll(SHARED.keySet());
        for (String page : pages) {
            String main = Character.toUpperCase(page.charAt(0)) + page.substring(1) + "Main";
            assertTrue(WEB.contain(ROOT + page + "." + main), ROOT + page + " has no " + main);
        }
    }

    private static Set<String> packages() {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : WEB) {
            found.add(type.getPackageName().substring(ROOT.length()));
        }
        return found;
    }

    @Test
    void whatIsSaidAndDraftedNeedsNoBrowser() {
        noClasses()
                .that()
                .resideInAnyPackage("microgpt.web.text", "microgpt.web.recipe", "microgpt.web.chart")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.teavm..")
                .check(WEB);
    }

    /** The door bounds how deep a text may nest. */
    @Test
    void jsonIsParsedByTheCoreAlone() {
        noClasses()
                .should()
                .dependOnClassesThat(nameMatching("com\\.grack\\.nanojson\\.Json(Parser|Reader).*"))
                .check(WEB);
    }

    @Test
    void namesSayWhatTheyAre() {
        classes()
                .should()
                .haveNameNotMatching(".*(Manager|Util|Utils|Helper|Impl|Service)$")
                .check(WEB);
    }
}
