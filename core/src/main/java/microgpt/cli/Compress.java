package microgpt.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import microgpt.coding.CodeFile;
import microgpt.coding.CodingRecipe;
import microgpt.coding.CountsRecipe;
import microgpt.coding.RunRecipe;
import microgpt.coding.TextEncoder;
import microgpt.predict.Size;

/** The command that writes a file as the code that its predictions make of it. */
final class Compress {
    private static final String HELP = """
            usage: microgpt compress [options] FILE -o OUT.mgc

            Predicts every byte of FILE, by counts in many contexts or by a recipe, learns it, and writes as many bits as it surprised.
            decompress repeats the predictions and gives the bytes back. Prints a line of JSON.

              -o OUT.mgc       the coded file; the laboratory in a browser decodes it too, if the text has 10 MiB at most
              --counts SIZE    mini, lean, rich (default), best or full: the more is counted, the longer it takes
              --megabytes N    room for the counts, a power of two (default 64; best: 256)
              --config FILE    an online recipe instead, for example configs/online.small.json: its transformer and its
                               mixture predict, which takes fewer bytes and far longer
              --set KEY=VALUE  another value for one key of that recipe; as often as wanted
            """;

    private static final int PIECE = 1 << 16;

    private Compress() {}

    static void run(Console console, List<String> args) throws IOException {
        Arguments arguments = new Arguments(
                withLongNames(args),
                List.of("--out", "--counts", "--megabytes", "--config", "--set"),
                List.of("--help"));
        if (arguments.has("--help")) {
            console.out().print(HELP);
            return;
        }
        CodingRecipe recipe = recipe(arguments);
        byte[] text = read(arguments);
        Path out = Path.of(arguments.required("--out"));
        long start = System.nanoTime();
        TextEncoder encoder = new TextEncoder(recipe.expert(), recipe.toJson());
        for (int at = 0; at < text.length; at += PIECE) {
            encoder.add(text, at, Math.min(PIECE, text.length - at));
        }
        CodeFile file = encoder.finish();
        byte[] bytes = file.toBytes();
        Files.write(out, bytes);
        console.out()
                .println("{\"bytes\":" + text.length + ",\"file_bytes\":" + bytes.length + ",\"code_bytes\":"
                        + file.code().length + ",\"code_length_bytes\":" + encoder.bits() / 8 + ",\"bits_per_byte\":"
                        + (text.length == 0 ? "null" : encoder.bits() / text.length) + ",\"sha256\":\"" + file.sha256()
                        + "\",\"seconds\":" + (System.nanoTime() - start) / 1e9 + "}");
    }

    private static CodingRecipe recipe(Arguments arguments) throws IOException {
        if (arguments.has("--config")) {
            return new RunRecipe(arguments.recipe());
        }
        String label = arguments.choice(
                "--counts",
                Size.RICH.label(),
                Size.LEAN.label(),
                Size.MINI.label(),
                Size.BEST.label(),
                Size.FULL.label());
        Size size = Objects.requireNonNull(Size.labelled(label)); // it is one of the choices
        long megabytes = arguments.count("--megabytes", size.config().megabytes());
        return new CountsRecipe(size, (int) Math.min(Integer.MAX_VALUE, megabytes));
    }

    /** {@code -o} is known by its long name, too. */
    static List<String> withLongNames(List<String> args) {
        return args.stream().map(arg -> arg.equals("-o") ? "--out" : arg).toList();
    }

    static byte[] read(Arguments arguments) throws IOException {
        String file = arguments.operand("FILE");
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new UsageException("expected a file to read, found no " + file);
        }
    }
}
