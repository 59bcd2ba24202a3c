package microgpt.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntSupplier;
import microgpt.OnlineGpt;
import microgpt.checkpoint.Checkpoint;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.model.Decoder;
import microgpt.numeric.Rng;
import microgpt.sampling.Generator;
import microgpt.sampling.Sampler;

/** The command that writes text with a saved model. */
final class Sample {
    private static final String HELP = """
            usage: microgpt sample --checkpoint FILE [options]

            Writes text with the model in FILE, which the command train, the page or the library saved. An online run that
            the library saved goes on with its stream, and draws from what it would charge for: its mixture's predictions,
            if it has one.

              --prompt TEXT     what to continue (default: nothing)
              --length N        how many bytes to write (default 300)
              --temperature X   0 to 2; 0 always takes the likeliest byte (default 0.8)
              --top-k N         only among the N likeliest (default 40)
              --top-p X         only among the likeliest that together have this chance (default 1: all)
              --seed N          the same seed writes the same text (default 1)
            """;

    private static final List<String> OPTIONS =
            List.of("--checkpoint", "--prompt", "--length", "--temperature", "--top-k", "--top-p", "--seed");

    private Sample() {}

    static void run(Console console, List<String> args) throws IOException {
        Arguments arguments = new Arguments(args, OPTIONS, List.of("--help"));
        if (arguments.has("--help")) {
            console.out().print(HELP);
            return;
        }
        Sampler sampler = Sampler.of(
                arguments.number("--temperature", 0.8),
                (int) arguments.integer("--top-k", 40),
                arguments.number("--top-p", 1),
                Rng.seeded(arguments.integer("--seed", 1)));
        byte[] prompt = arguments.text("--prompt", "").getBytes(StandardCharsets.UTF_8);
        IntSupplier text = text(arguments.required("--checkpoint"), sampler, prompt);
        long length = arguments.count("--length", 300);
        for (long i = 0; i < length; i++) {
            console.out().write(text.getAsInt());
        }
        console.out().println();
    }

    /** One byte after the other. */
    private static IntSupplier text(String file, Sampler sampler, byte... prompt) throws IOException {
        byte[] bytes = Models.bytes(file);
        if (OnlineGpt.isSaved(bytes)) {
            return OnlineGpt.restored(bytes).write(sampler, prompt)::next;
        }
        Checkpoint checkpoint = Models.checkpoint(file);
        Backend on = JavaBackend.alone();
        Decoder decoder = new Decoder(checkpoint.model(), on, checkpoint.weights(on));
        return new Generator(decoder, checkpoint.beginning(), sampler, prompt)::next;
    }
}
