package microgpt.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import microgpt.model.NonFiniteException;

/** The program: finds the command, and turns what goes wrong into one line and an exit code. */
public final class Main {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private static final String HELP = """
            usage: java -jar microgpt.jar COMMAND ...

            commands:
              learn      learn a file or standard input while reading it, and print what it cost
              ablate     print what each part of a recipe is worth, as a table in Markdown
              compare    set recipes beside gzip, xz and others on the same texts, as a table in Markdown
              names      learn a list of names as microgpt.py does, and write new ones
              train      train a model by batches, and keep the run in a folder
              sample     write text with a saved model
              evaluate   say how well a saved model predicts a text
              export     take the model alone out of a saved run
              compress   write a file as the code that its predictions make of it
              decompress give back the bytes of such a code

            COMMAND --help says more.
            """;

    private static final String COMMANDS =
            "learn, ablate, compare, names, train, sample, evaluate, export, compress, decompress";

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(new Console(System.in, System.out, System.err), args));
    }

    /** 0 if all went well, 1 if something failed, 2 if the command line was not understood. */
    static int run(Console console, String... args) {
        try {
            command(console, args);
            return 0;
        } catch (UsageException | IllegalArgumentException e) {
            console.err().println(e.getMessage());
            return MISUSED;
        } catch (IOException | NonFiniteException e) {
            console.err().println(e.getMessage());
            return FAILED;
        }
    }

    private static void command(Console console, String... args) throws IOException {
        String name = args.length == 0 ? "nothing" : args[0];
        List<String> rest = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
        switch (name) {
            case "learn" -> Learn.run(console, rest);
            case "ablate" -> Ablate.run(console, rest);
            case "compare" -> Compare.run(console, rest, Program.folders());
            case "names" -> Names.run(console, rest);
            case "train" -> Train.run(console, rest);
            case "sample" -> Sample.run(console, rest);
            case "evaluate" -> Evaluate.run(console, rest);
            case "export" -> Export.run(console, rest);
            case "compress" -> Compress.run(console, rest);
            case "decompress" -> Decompress.run(console, rest);
            case "--help", "-h", "help" -> console.out().print(HELP);
            default ->
                throw new UsageException("expected a command, one of " + COMMANDS + ", found " + name + "; try --help");
        }
    }
}
