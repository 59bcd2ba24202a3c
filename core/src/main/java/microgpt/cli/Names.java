package microgpt.cli;

import com.grack.nanojson.JsonWriter;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import microgpt.MicroGpt;
import microgpt.config.NamesRecipe;
import microgpt.names.NamesConfig;

/** The command that learns a list of names as microgpt.py does, and writes new ones, in lines of JSON. */
final class Names {
    private static final String HELP = """
            usage: microgpt names [options] FILE

            Learns the lines of FILE, one a step, as microgpt.py does, and writes new ones. Prints a line of JSON first, one
            for each step, and one for each sample.

              --config FILE     the recipe, for example configs/microgpt-names.json (default: the same numbers)
              --set KEY=VALUE   another value for one key of the recipe, for example model.n_layers=2
              --seed N          what Python's random.seed is given (default 42)
              --steps N         how many steps to learn (default 1000)
              --samples N       how many samples to write (default 20)
              --engine NAME     scalar (doubles one by one, the default) or float32 (matrices of floats)
            """;

    private static final List<String> OPTIONS =
            List.of("--config", "--set", "--seed", "--steps", "--samples", "--engine");

    private Names() {}

    static void run(Console console, List<String> args) throws IOException {
        Arguments arguments = new Arguments(args, OPTIONS, List.of("--help"));
        if (arguments.has("--help")) {
            console.out().print(HELP);
            return;
        }
        NamesConfig config = recipe(arguments);
        int steps = config.learning().steps();
        long samples = arguments.count("--samples", 20);
        MicroGpt gpt = new MicroGpt(config);
        load(gpt, arguments.operand("FILE"));
        console.out()
                .println("{\"docs\":" + gpt.texts().size() + ",\"vocabulary\":"
                        + gpt.characters().size() + ",\"parameters\":" + gpt.parameterCount() + "}");
        for (int i = 0; i < steps; i++) {
            MicroGpt.Trained trained = gpt.train();
            console.out().println("{\"step\":" + trained.step() + ",\"loss\":" + trained.loss() + "}");
        }
        for (long i = 0; i < samples; i++) {
            String text = JsonWriter.string(gpt.generate(0.5).text());
            console.out().println("{\"sample\":" + (i + 1) + ",\"text\":" + text + "}");
        }
    }

    /** What {@code --config} says, then every {@code --set}, then the options that are short for one. */
    private static NamesConfig recipe(Arguments arguments) throws IOException {
        Map<String, String> changes = new LinkedHashMap<>(arguments.settings());
        if (arguments.has("--seed")) {
            changes.put("seed", Long.toString(arguments.integer("--seed", 0)));
        }
        if (arguments.has("--steps")) {
            changes.put("training.steps", Long.toString(arguments.count("--steps", 1)));
        }
        if (arguments.has("--engine")) {
            changes.put("arithmetic", arguments.choice("--engine", "scalar", "float32"));
        }
        String file = arguments.text("--config", "");
        try {
            return NamesRecipe.parse(file.isEmpty() ? "{}" : Files.readString(Path.of(file)), file)
                    .withAll(changes)
                    .names();
        } catch (NoSuchFileException e) {
            throw new UsageException("--config expects a file, found no " + file);
        }
    }

    private static void load(MicroGpt gpt, String file) throws IOException {
        try {
            gpt.load(Files.readString(Path.of(file)));
        } catch (NoSuchFileException e) {
            throw new UsageException("expected a file to read, found no " + file);
        } catch (CharacterCodingException e) {
            throw new UsageException("expected text in UTF-8, found other bytes in " + file);
        } catch (IllegalArgumentException e) {
            throw new UsageException(file + ": " + e.getMessage());
        }
    }
}
