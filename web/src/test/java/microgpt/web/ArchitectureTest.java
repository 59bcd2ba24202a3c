package microgpt.web;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses WEB = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("microgpt.web");

    @Test
    void pagesSeeWhatTheyShareAndNeverEachOther() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("dom")
                .definedBy("microgpt.web.dom")
                .layer("text")
                .definedBy("microgpt.web.text")
                .layer("recipe")
                .definedBy("microgpt.web.recipe")
                .layer("chart")
                .definedBy("microgpt.web.chart")
                .layer("shell")
                .definedBy("microgpt.web.shell")
                .layer("lab")
                .definedBy("microgpt.web.lab")
                .layer("train")
                .definedBy("microgpt.web.train")
                .layer("step")
                .definedBy("microgpt.web.step")
                .whereLayer("dom")
                .mayNotAccessAnyLayer()
                .whereLayer("text")
                .mayNotAccessAnyLayer()
                .whereLayer("recipe")
                .mayNotAccessAnyLayer()
                .whereLayer("chart")
                .mayOnlyAccessLayers("text")
                .whereLayer("shell")
                .mayOnlyAccessLayers("dom", "text", "chart", "recipe")
                .whereLayer("lab")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("train")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("step")
                .mayNotBeAccessedByAnyLayer()
                .check(WEB);
    }

    @Test
    void everyPackageHasItsPlace() {
        classes()
                .should()
                .resideInAnyPackage(
                        "microgpt.web.dom",
                        "microgpt.web.text",
                        "microgpt.web.recipe",
                        "microgpt.web.chart",
                        "microgpt.web.shell",
                        "microgpt.web.lab",
                        "microgpt.web.train",
                        "microgpt.web.step")
                .check(WEB);
        slices().matching("microgpt.web.(*)..").should().beFreeOfCycles().check(WEB);
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
