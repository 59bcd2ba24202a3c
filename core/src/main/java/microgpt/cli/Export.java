package microgpt.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import microgpt.compute.JavaBackend;

/** The command that takes the model alone out of a saved run, or out of a file of TinyGPT. */
final class Export {
    private static final String HELP = """
            usage: microgpt export --checkpoint FILE OUT.safetensors

            Writes the weights that predict, and the recipe they were trained by, as a safetensors file with the names and
            shapes of nanoGPT. FILE is a run, a model, or a .tinygpt file.
            """;

    private Export() {}

    static void run(Console console, List<String> args) throws IOException {
        Arguments arguments = new Arguments(args, List.of("--checkpoint"), List.of("--help"));
        if (arguments.has("--help")) {
            console.out().print(HELP);
            return;
        }
        Path out = Path.of(arguments.operand("OUT"));
        byte[] bytes = Models.checkpoint(arguments.required("--checkpoint")).weightsAlone(JavaBackend.alone());
        Files.write(out, bytes);
    }
}
