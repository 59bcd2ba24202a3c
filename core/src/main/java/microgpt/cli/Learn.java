package microgpt.cli;

import com.grack.nanojson.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import microgpt.compute.JavaBackend;
import microgpt.config.OnlineRecipe;
import microgpt.corpus.ByteStream;
import microgpt.engine.Counters;
import microgpt.engine.Meter;
import microgpt.engine.PrequentialEngine;
import microgpt.engine.SampledText;
import microgpt.engine.Score;
import microgpt.engine.StepResult;
import microgpt.numeric.Rng;
import microgpt.sampling.Sampler;

/** The command that learns a stream while it reads it, and prints lines of JSON. */
final class Learn {
    private static final String HELP = """
            usage: microgpt learn --config RECIPE.json [options] FILE|-

            Reads FILE, or standard input, byte by byte: predicts, records what the truth cost, learns. Prints a line of
            JSON now and then, and one with totals at the end.

              --config FILE     the recipe, for example configs/online.small.json
              --set KEY=VALUE   another value for one key of the recipe, for example optimizer.learning_rate=0.01;
                                as often as wanted
              --every N         print a line every N bytes (default 1000)
              --bytes N         stop after N bytes
              --sample N        write N more bytes at the end, drawn from what would be charged for them, in a line of
                                their own, with who predicted them
              --losses          print a line for each step, with what each byte cost in nats and in bits, to the last bit
            """;

    private static final List<String> OPTIONS = List.of("--config", "--set", "--every", "--bytes", "--sample");
    private static final List<String> FLAGS = List.of("--losses", "--help");
    private static final int PIECE = 1 << 14;
    private static final double TEMPERATURE = 0.8;

    private final Console console;
    private final PrequentialEngine engine;
    private final ByteStream stream;
    private final long every;
    private final boolean showsLosses;
    private final long sampled;
    private long nextLine;

    private Learn(Console console, OnlineRecipe recipe, Arguments arguments) {
        this.console = console;
        stream = new ByteStream("input").readOnce();
        engine = new PrequentialEngine(recipe.online(), JavaBackend.alone(), stream);
        every = arguments.count("--every", 1000);
        showsLosses = arguments.has("--losses");
        sampled = arguments.has("--sample") ? arguments.count("--sample", 1) : 0;
        nextLine = every;
    }

    static void run(Console console, List<String> args) throws IOException {
        Arguments arguments = new Arguments(args, OPTIONS, FLAGS);
        if (arguments.has("--help")) {
            console.out().print(HELP);
            return;
        }
        OnlineRecipe recipe = arguments.recipe();
        String file = arguments.operand("FILE or -");
        long most = arguments.count("--bytes", Long.MAX_VALUE);
        Learn learn = new Learn(console, recipe, arguments);
        if (file.equals("-")) {
            learn.read(console.in(), most);
            return;
        }
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            learn.read(in, most);
        } catch (NoSuchFileException e) {
            throw new UsageException("expected a file to read, found no " + file);
        }
    }

    private void read(InputStream in, long most) throws IOException {
        long start = System.nanoTime();
        byte[] piece = new byte[PIECE];
        long left = most;
        int count;
        while (left > 0 && (count = in.read(piece, 0, (int) Math.min(left, PIECE))) >= 0) {
            stream.append(piece, 0, count);
            left -= count;
            learn();
        }
        stream.complete();
        learn();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (sampled > 0) {
            printSample();
        }
        printTotals(seconds);
    }

    private void learn() {
        while (engine.canStep()) {
            StepResult result = engine.step();
            if (showsLosses) {
                printLosses(result);
            }
            if (engine.position() >= nextLine) {
                printProgress();
                nextLine += every;
            }
        }
    }

    private void printLosses(StepResult result) {
        StringBuilder losses = new StringBuilder();
        StringBuilder bits = new StringBuilder();
        for (int i = 0; i < result.count(); i++) {
            losses.append(i == 0 ? "" : ",").append(result.losses()[i]);
            bits.append(i == 0 ? "" : ",").append((float) result.bits(i));
        }
        console.out()
                .println(
                        "{\"position\":" + result.position() + ",\"losses\":[" + losses + "],\"bits\":[" + bits + "]}");
    }

    private void printProgress() {
        Meter meter = engine.meter();
        console.out()
                .println("{\"position\":" + engine.position() + ",\"bits_per_byte\":" + number(meter.whole())
                        + ",\"fast\":" + number(meter.fast()) + ",\"slow\":" + number(meter.slow())
                        + ",\"learning_rate\":"
                        + number(engine.learner().learningRate()) + ",\"gradient_norm\":"
                        + number(engine.learner().gradientNorm()) + scores() + "}");
    }

    private void printTotals(double seconds) {
        Meter meter = engine.meter();
        Counters counters = engine.counters();
        console.out()
                .println("{\"bytes\":" + engine.position() + ",\"bits_per_byte\":" + number(meter.whole())
                        + ",\"code_length_bytes\":" + number(meter.codeLengthBytes()) + scores() + ",\"steps\":"
                        + engine.steps() + ",\"seconds\":" + seconds + ",\"parameters\":"
                        + engine.config().model().parameterCount() + ",\"skipped\":" + counters.skipped()
                        + ",\"replayed\":" + counters.replayed() + ",\"boosted\":" + counters.boosted()
                        + ",\"clipped\":" + counters.clipped() + ",\"prequential\":" + engine.prequential()
                        + ",\"single_touch\":" + engine.singleTouch() + "}");
    }

    private void printSample() {
        SampledText text = SampledText.goingOn(engine, stream, Sampler.of(TEMPERATURE, 0, 1, Rng.seeded(1)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (long i = 0; i < sampled; i++) {
            bytes.write(text.next());
        }
        String written = JsonWriter.string(bytes.toString(StandardCharsets.UTF_8));
        console.out()
                .println("{\"sample\":" + written + ",\"by\":\"" + text.by().label() + "\"}");
    }

    /** The mean of every score, in bits per byte. */
    private String scores() {
        StringBuilder json = new StringBuilder();
        for (Score score : engine.meter().scores()) {
            json.append(",\"").append(score.of().label()).append("\":").append(number(score.mean()));
        }
        return json.toString();
    }

    /** JSON has no word for what is not a number. */
    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "null";
    }
}
