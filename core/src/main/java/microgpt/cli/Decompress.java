package microgpt.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import microgpt.coding.CodeFile;
import microgpt.coding.CodingRecipe;
import microgpt.coding.TextDecoder;

/** The command that gives back the bytes of a coded file. */
final class Decompress {
    private static final String HELP = """
            usage: microgpt decompress FILE.mgc -o OUT

            Repeats the predictions by which compress, or the laboratory in a browser, coded the FILE, and writes the bytes
            it was made from, or says what is wrong with it. Prints a line of JSON.
            """;

    private Decompress() {}

    static void run(Console console, List<String> args) throws IOException {
        Arguments arguments = new Arguments(Compress.withLongNames(args), List.of("--out"), List.of("--help"));
        if (arguments.has("--help")) {
            console.out().print(HELP);
            return;
        }
        byte[] coded = Compress.read(arguments);
        Path out = Path.of(arguments.required("--out"));
        long start = System.nanoTime();
        CodeFile file = CodeFile.parse(coded);
        TextDecoder decoder =
                new TextDecoder(file, recipe -> CodingRecipe.parse(recipe).expert());
        decoder.advance(Integer.MAX_VALUE);
        byte[] text = decoder.finish();
        Files.write(out, text);
        console.out()
                .println("{\"bytes\":" + text.length + ",\"sha256\":\"" + file.sha256() + "\",\"identical\":true"
                        + ",\"seconds\":" + (System.nanoTime() - start) / 1e9 + "}");
    }
}
