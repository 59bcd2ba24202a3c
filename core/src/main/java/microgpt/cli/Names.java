package microgpt.cli;

import com.grack.nanojson.JsonWriter;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import microgpt.MicroGpt;
import microgpt.names.NamesConfig;
import microgpt.names.NamesConfig.Arithmetic;
import microgpt.names.NamesConfig.Learning;

/** The command that learns a list of names as microgpt.py does, and writes new ones, in lines of JSON. */
final class Names {
    private static final String HELP = """
            usage: microgpt names [options] FILE

            Learns the lines of FILE, one a step, as microgpt.py does, and writes new ones. Prints a line of JSON first, one
            for each step, and one for each sample.

              --seed N          what Python's random.seed is given (default 42)
              --steps N         how many steps to learn (default 1000)
              --samples N       how many samples to write (default 20)
              --engine NAME     scalar (doubles one by one, the default) or float32 (matrices of floats)
            """;

    private static final List<String> OPTIONS = List.of("--seed", "--steps", "--samples", "--engine");

    private Names() {}

    static void run(Console console, List<String> args) throws IOException {
        Arguments arguments = new Arguments(args, OPTIONS, List.of("--help"));
        if (arguments.has("--help")) {
            console.out().print(HELP);
            return;
        }
        NamesConfig standard = NamesConfig.DEFAULT;
        long steps = arguments.count("--steps", standard.learning().steps());
        long samples = arguments.count("--samples", 20);
        MicroGpt gpt = new MicroGpt(standard.withSeed(arguments.integer("--seed", standard.seed()))
                .with(Arithmetic.valueOf(
                        arguments.choice("--engine", "scalar", "float32").toUpperCase(Locale.ROOT)))
                .with(until(standard.learning(), steps)));
        load(gpt, arguments.operand("FILE"));
        console.out()
                .println("{\"docs\":" + gpt.texts().size() + ",\"vocabulary\":"
                        + gpt.characters().size() + ",\"parameters\":" + gpt.parameterCount() + "}");
        for (long i = 0; i < steps; i++) {
            MicroGpt.Trained trained = gpt.train();
            console.out().println("{\"step\":" + trained.step() + ",\"loss\":" + trained.loss() + "}");
        }
        for (long i = 0; i < samples; i++) {
            String text = JsonWriter.string(gpt.generate(0.5).text());
            console.out().println("{\"sample\":" + (i + 1) + ",\"text\":" + text + "}");
        }
    }

    private static Learning until(Learning learning, long steps) {
        if (steps > Integer.MAX_VALUE) {
            throw new UsageException("--steps expects at most " + Integer.MAX_VALUE + ", found " + steps);
        }
        return new Learning(
                learning.learningRate(),
                learning.beta1(),
                learning.beta2(),
                learning.epsilon(),
                (int) steps,
                learning.batch());
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
