package microgpt;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    /** Read from where they are compiled to: on the class path there may be a jar of tests, which looks like any other. */
    private static final JavaClasses CORE = new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void dependenciesPointDownwards() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("numeric")
                .definedBy("microgpt.numeric")
                .layer("json")
                .definedBy("microgpt.json")
                .layer("compute")
                .definedBy("microgpt.compute")
                .layer("model")
                .definedBy("microgpt.model")
                .layer("scalar")
                .definedBy("microgpt.scalar")
                .layer("optim")
                .definedBy("microgpt.optim")
                .layer("corpus")
                .definedBy("microgpt.corpus..")
                .layer("baseline")
                .definedBy("microgpt.baseline")
                .layer("mechanism")
                .definedBy("microgpt.mechanism")
                .layer("sampling")
                .definedBy("microgpt.sampling")
                .layer("predict")
                .definedBy("microgpt.predict")
                .layer("coding")
                .definedBy("microgpt.coding")
                .layer("engine")
                .definedBy("microgpt.engine")
                .layer("config")
                .definedBy("microgpt.config")
                .layer("checkpoint")
                .definedBy("microgpt.checkpoint")
                .layer("protocol")
                .definedBy("microgpt.protocol..")
                .layer("parity")
                .definedBy("microgpt.parity")
                .layer("names")
                .definedBy("microgpt.names")
                .layer("step")
                .definedBy("microgpt.step")
                .layer("library")
                .definedBy("microgpt")
                .layer("cli")
                .definedBy("microgpt.cli")
                .whereLayer("numeric")
                .mayNotAccessAnyLayer()
                .whereLayer("json")
                .mayOnlyAccessLayers("numeric")
                .whereLayer("protocol")
                .mayNotAccessAnyLayer()
                .whereLayer("compute")
                .mayOnlyAccessLayers("numeric")
                .whereLayer("model")
                .mayOnlyAccessLayers("compute", "numeric")
                .whereLayer("scalar")
                .mayOnlyAccessLayers("numeric", "model", "compute")
                .whereLayer("optim")
                .mayOnlyAccessLayers("compute", "model", "numeric")
                .whereLayer("corpus")
                .mayOnlyAccessLayers("numeric", "json")
                .whereLayer("baseline")
                .mayOnlyAccessLayers("numeric")
                .whereLayer("mechanism")
                .mayOnlyAccessLayers("numeric", "corpus")
                .whereLayer("sampling")
                .mayOnlyAccessLayers("numeric", "model", "corpus", "compute")
                .whereLayer("predict")
                .mayOnlyAccessLayers("numeric", "compute")
                .whereLayer("coding")
                .mayOnlyAccessLayers("numeric", "json", "compute", "predict", "engine", "config")
                .whereLayer("config")
                .mayOnlyAccessLayers(
                        "numeric",
                        "json",
                        "compute",
                        "model",
                        "optim",
                        "corpus",
                        "mechanism",
                        "predict",
                        "engine",
                        "names")
                .whereLayer("engine")
                .mayOnlyAccessLayers(
                        "numeric",
                        "compute",
                        "model",
                        "optim",
                        "corpus",
                        "baseline",
                        "mechanism",
                        "sampling",
                        "predict")
                .whereLayer("parity")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("parity")
                .mayOnlyAccessLayers("numeric", "json", "compute", "model", "optim")
                .whereLayer("names")
                .mayOnlyAccessLayers("numeric", "compute", "model", "scalar", "optim", "sampling")
                .whereLayer("step")
                .mayOnlyAccessLayers("numeric", "compute", "model", "scalar", "names")
                .whereLayer("library")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .check(CORE);
    }

    @Test
    void jsonIsParsedBehindOneDoor() {
        noClasses()
                .that()
                .resideOutsideOfPackage("microgpt.json")
                .should()
                .dependOnClassesThat(nameMatching("com\\.grack\\.nanojson\\.Json(Parser|Reader).*"))
                .check(CORE);
    }

    @Test
    void onlyTheCommandLineTouchesThePlatform() {
        noClasses()
                .that()
                .resideOutsideOfPackage("microgpt.cli..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "org.teavm..",
                                "java.nio.file..",
                                "java.nio.channels..",
                                "java.util.concurrent..",
                                "java.lang.reflect..")
                        .or(nameMatching("java\\.io\\.(File|RandomAccessFile).*|java\\.lang\\.Thread.*")))
                .check(CORE);
    }

    @Test
    void namesSayWhatTheyAre() {
        classes()
                .should()
                .haveNameNotMatching(".*(Manager|Util|Utils|Helper|Impl|Service)$")
                .check(CORE);
    }
}
