package microgpt.e2e.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.teavm.tooling.EmptyTeaVMToolLog;
import org.teavm.tooling.TeaVMProblemRenderer;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.builder.BuildResult;
import org.teavm.tooling.builder.InProcessBuildStrategy;
import org.teavm.vm.TeaVMOptimizationLevel;

/** From classes to WebAssembly, as fast as can be: without optimization, in this process, which is warm after the first time. */
final class TeaVm {
    private TeaVm() {}

    /** Compiles {@code module} into a file of its own below {@code folder}; returns what it holds. */
    static byte[] compile(Pom.WasmModule module, List<Path> classPath, Path folder) throws IOException, BuildException {
        InProcessBuildStrategy build = new InProcessBuildStrategy();
        build.init();
        build.setLog(new EmptyTeaVMToolLog());
        build.setTargetType(TeaVMTargetType.WEBASSEMBLY_GC);
        build.setOptimizationLevel(TeaVMOptimizationLevel.SIMPLE);
        build.setClassPathEntries(classPath.stream().map(Path::toString).toList());
        build.setMainClass(module.mainClass());
        build.setEntryPointName("main");
        Path target = folder.resolve(module.file());
        build.setTargetDirectory(Objects.requireNonNull(target.getParent()).toString());
        build.setTargetFileName(target.getFileName().toString());
        check(module, result(build));
        return Files.readAllBytes(target);
    }

    private static BuildResult result(InProcessBuildStrategy build) throws BuildException {
        try {
            return build.build();
        } catch (org.teavm.tooling.builder.BuildException e) {
            throw new BuildException(
                    e.getCause() == null ? e.toString() : e.getCause().toString());
        }
    }

    private static void check(Pom.WasmModule module, BuildResult result) throws BuildException {
        if (result.getProblems().getSevereProblems().isEmpty()) {
            return;
        }
        Lines lines = new Lines();
        TeaVMProblemRenderer.describeProblems(result.getCallGraph(), result.getProblems(), lines);
        throw new BuildException(module.file() + "\n" + String.join("\n", lines.errors));
    }

    /** Keeps what TeaVM says against the sources. */
    private static final class Lines extends EmptyTeaVMToolLog {
        private final List<String> errors = new ArrayList<>();

        @Override
        public void error(String line) {
            errors.add(line);
        }
    }
}
