package microgpt.cli;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import microgpt.compute.JavaBackend;
import microgpt.config.OnlineRecipe;
import microgpt.corpus.ByteStream;
import microgpt.engine.PrequentialEngine;
import microgpt.model.NonFiniteException;

/** The command that measures what each part of a recipe is worth: without it, and alone. */
final class Ablate {
    private static final String HELP = """
            usage: microgpt ablate --config RECIPE.json [options] FILE

            Learns FILE by the recipe, by the recipe without each of its parts, with each part that it does not have, by a
            plain recipe that has none of them, and by that with one part alone. Prints a table in Markdown: bits per
            byte over the whole file, mean and standard deviation over the seeds, and bytes per second of processor time.

              --config FILE     the recipe, for example configs/online.tiny.json
              --set KEY=VALUE   another value for one key of the recipe, as often as wanted
              --bytes N         read only the first N bytes of FILE (default 100000)
              --seeds N         how many seeds, from 1 on (default 3)
            """;

    private static final List<String> OPTIONS = List.of("--config", "--set", "--bytes", "--seeds");
    private static final List<String> FLAGS = List.of("--help");

    private static final int WARM_UP_BYTES = 10_000;

    /** A part of a recipe: its keys where the recipe lacks it, and where it has it; others are as the recipe says. */
    private record Part(String name, Map<String, String> off, Map<String, String> on) {}

    private static final List<Part> PARTS = List.of(
            new Part("relative positions", Map.of("model.position", "learned", "init.position_std", "0.02"), Map.of()),
            new Part("tied head", Map.of("model.tie_embeddings", "false"), Map.of()),
            new Part("squared ReLU", Map.of("model.activation", "relu"), Map.of()),
            new Part(
                    "Adam (else SGD)",
                    Map.of("optimizer.kind", "sgd", "optimizer.learning_rate", "0.3", "schedule.kind", "constant"),
                    Map.of()),
            new Part("averaged weights", Map.of("optimizer.average_decay", "0"), Map.of()),
            new Part("gradient clipping", Map.of("optimizer.clip", "0"), Map.of("optimizer.clip", "1")),
            new Part(
                    "experience replay",
                    Map.of("experience_replay.enabled", "false"),
                    Map.of("experience_replay.enabled", "true")),
            new Part(
                    "selective backprop",
                    Map.of("selective_backprop.enabled", "false"),
                    Map.of("selective_backprop.enabled", "true", "selective_backprop.rule", "percentile")),
            new Part(
                    "adaptive rate",
                    Map.of("adaptive_rate.enabled", "false"),
                    Map.of("adaptive_rate.enabled", "true")));

    private final Console console;
    private final byte[] bytes;
    private final long seeds;

    private Ablate(Console console, byte[] bytes, long seeds) {
        this.console = console;
        this.bytes = bytes;
        this.seeds = seeds;
    }

    static void run(Console console, List<String> args) throws IOException {
        Arguments arguments = new Arguments(args, OPTIONS, FLAGS);
        if (arguments.has("--help")) {
            console.out().print(HELP);
            return;
        }
        OnlineRecipe recipe = arguments.recipe();
        String file = arguments.operand("FILE");
        int most = (int) Math.min(Integer.MAX_VALUE - 8, arguments.count("--bytes", 100_000));
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            new Ablate(console, in.readNBytes(most), arguments.count("--seeds", 3)).print(recipe);
        } catch (NoSuchFileException e) {
            throw new UsageException("expected a file to read, found no " + file);
        }
    }

    private void print(OnlineRecipe recipe) {
        warmUp(recipe);
        console.out().println("| recipe | bits per byte | difference | bytes per second |");
        console.out().println("|---|---|---|---|");
        double reference = row("as it is", recipe, Double.NaN);
        List<Part> lacking = new ArrayList<>();
        for (Part part : PARTS) {
            OnlineRecipe without = recipe.withAll(part.off());
            if (without.changesFrom(recipe).isEmpty()) {
                lacking.add(part);
            } else {
                row("without " + part.name(), without, reference);
            }
        }
        for (Part part : lacking) {
            row("with " + part.name(), recipe.withAll(part.on()), reference);
        }
        Map<String, String> none = new LinkedHashMap<>();
        PARTS.forEach(part -> none.putAll(part.off()));
        OnlineRecipe plain = recipe.withAll(none);
        double floor = row("plain: none of them", plain, Double.NaN);
        for (Part part : PARTS) {
            row("plain, and " + part.name(), plain.withAll(present(part, recipe, lacking)), floor);
        }
    }

    /** Lets the virtual machine compile what will be measured. */
    private void warmUp(OnlineRecipe recipe) {
        new Ablate(console, Arrays.copyOf(bytes, Math.min(bytes.length, WARM_UP_BYTES)), 1).bitsPerByte(recipe);
    }

    /** The keys of a part as the recipe has them, or as it would. */
    private static Map<String, String> present(Part part, OnlineRecipe recipe, List<Part> lacking) {
        if (lacking.contains(part)) {
            return part.on();
        }
        Map<String, String> keys = new LinkedHashMap<>();
        part.off().keySet().forEach(key -> keys.put(key, recipe.value(key)));
        return keys;
    }

    /** Prints one line, and returns the mean bits per byte. */
    private double row(String name, OnlineRecipe recipe, double reference) {
        double sum = 0;
        double squares = 0;
        long start = processorNanos();
        for (long seed = 1; seed <= seeds; seed++) {
            double bits = bitsPerByte(recipe.with("seed", Long.toString(seed)));
            sum += bits;
            squares += bits * bits;
        }
        double perSecond = seeds * bytes.length / ((processorNanos() - start) / 1e9);
        double mean = sum / seeds;
        double deviation = seeds > 1 ? Math.sqrt(Math.max(0, squares - seeds * mean * mean) / (seeds - 1)) : 0;
        String score = Double.isNaN(mean) ? "diverged" : String.format(Locale.ROOT, "%.3f ± %.3f", mean, deviation);
        String difference = Double.isNaN(mean - reference) ? "" : String.format(Locale.ROOT, "%+.3f", mean - reference);
        console.out().printf(Locale.ROOT, "| %s | %s | %s | %.0f |%n", name, score, difference, perSecond);
        return mean;
    }

    /** Time that this thread has computed: neither a busy machine nor the compiler's own threads count. */
    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private double bitsPerByte(OnlineRecipe recipe) {
        PrequentialEngine engine =
                new PrequentialEngine(recipe.online(), JavaBackend.alone(), ByteStream.of("input", bytes));
        try {
            while (engine.canStep()) {
                engine.step();
            }
        } catch (NonFiniteException e) {
            return Double.NaN;
        }
        return engine.meter().whole();
    }
}
