package microgpt.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import microgpt.config.OnlineRecipe;

/** The command that measures what each part of a recipe is worth: without it, and alone. */
final class Ablate {
    private static final String HELP = """
            usage: microgpt ablate --config RECIPE.json [options] FILE
                   microgpt ablate --config RECIPE.json [options] --plan PHASES.json

            Learns a text by the recipe, by the recipe without each of its parts, with each part that it does not have, by a
            plain recipe that has none of them, and by that with one part alone. Prints a table in Markdown: bits per
            byte over the whole text, mean and standard deviation over the seeds, what the transformer was charged by itself
            (which is the same where nothing is mixed in), and bytes per second of processor time.

              --config FILE     the recipe, for example configs/online.tiny.json
              --set KEY=VALUE   another value for one key of the recipe, as often as wanted
              --plan FILE       learn the built-in stream of this phases file, for example configs/phases.json
              --bytes N         read only the first N bytes of the text (default 100000)
              --seeds N         how many seeds, from 1 on (default 3)
              --json OUT        also write what was measured to this file
            """;

    private static final List<String> OPTIONS = List.of("--config", "--set", "--plan", "--bytes", "--seeds", "--json");
    private static final List<String> FLAGS = List.of("--help");

    private final Console console;
    private final OnlineRecipe recipe;
    private final AblationRuns ablation;

    private Ablate(Console console, OnlineRecipe recipe, AblationRuns ablation) {
        this.console = console;
        this.recipe = recipe;
        this.ablation = ablation;
    }

    static void run(Console console, List<String> args) throws IOException {
        Arguments arguments = new Arguments(args, OPTIONS, FLAGS);
        if (arguments.has("--help")) {
            console.out().print(HELP);
            return;
        }
        OnlineRecipe recipe = arguments.recipe();
        InputText text = text(arguments);
        long seeds = arguments.count("--seeds", 3);
        AblationRuns ablation = new AblationRuns(text.bytes(), seeds);
        ablation.warmUp(recipe);
        List<Worth> worths = new Ablate(console, recipe, ablation).print();
        if (arguments.has("--json")) {
            WorthFile file = new WorthFile(
                    "java -jar core/target/microgpt.jar ablate " + String.join(" ", args),
                    arguments.required("--config"));
            String json = file.toJson(text, seeds, ablation.of(recipe), ablation.of(Part.plain(recipe)), worths);
            Files.write(Path.of(arguments.required("--json")), json.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static InputText text(Arguments arguments) throws IOException {
        long most = arguments.count("--bytes", 100_000);
        return arguments.has("--plan") && !arguments.hasOperands()
                ? InputText.ofPlan(arguments.required("--plan"), most)
                : InputText.ofFile(arguments.operand("FILE, or --plan"), most);
    }

    private List<Worth> print() {
        console.out().println("| recipe | bits per byte | difference | transformer | bytes per second |");
        console.out().println("|---|---|---|---|---|");
        AblationRuns.Outcome whole = row("as it is", recipe, Double.NaN);
        List<Part> parts = new ArrayList<>(Part.ALL);
        parts.removeIf(part -> !part.isIn(recipe) && part.on().isEmpty());
        parts.addAll(Part.otherCounts(recipe));
        List<AblationRuns.Outcome> others = new ArrayList<>();
        for (Part part : parts) {
            others.add(
                    part.isIn(recipe)
                            ? row("without " + part.name(), recipe.withAll(part.off()), whole.bits())
                            : row("with " + part.name(), recipe.withAll(part.on()), whole.bits()));
        }
        OnlineRecipe plain = Part.plain(recipe);
        double floor = row("plain: none of them", plain, Double.NaN).bits();
        List<Worth> worths = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            double alone = Double.NaN;
            if (Part.ALL.contains(part)) {
                Map<String, String> keys = part.present(recipe);
                alone = row("plain, and " + part.name(), plain.withAll(keys), floor)
                        .bits();
            }
            worths.add(
                    part.isIn(recipe)
                            ? new Worth(part, whole, others.get(i), alone)
                            : new Worth(part, others.get(i), whole, alone));
        }
        return worths;
    }

    /** Prints one line, and returns what it says. */
    private AblationRuns.Outcome row(String name, OnlineRecipe variant, double reference) {
        AblationRuns.Outcome outcome = ablation.of(variant);
        double bits = outcome.bits();
        String score =
                Double.isNaN(bits) ? "diverged" : String.format(Locale.ROOT, "%.3f ± %.3f", bits, outcome.deviation());
        String difference = Double.isNaN(bits - reference) ? "" : String.format(Locale.ROOT, "%+.3f", bits - reference);
        console.out()
                .printf(
                        Locale.ROOT,
                        "| %s | %s | %s | %.3f | %.0f |%n",
                        name,
                        score,
                        difference,
                        outcome.transformer(),
                        outcome.perSecond());
        return outcome;
    }
}
