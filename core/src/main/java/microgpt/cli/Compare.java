package microgpt.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import microgpt.predict.Size;

/** The command that sets recipes beside counts alone and beside the compressors that are installed. */
final class Compare {
    private static final String HELP = """
            usage: microgpt compare [options] FILE...

            Prints a table in Markdown: in how many bits per byte each text can be written by recipes as learn does, by counts
            alone, and by gzip, bzip2, xz, 7z, zpaq and paq8px as far as they are installed; and how fast ours are, in bytes per
            second of processor time.

              --config FILE     a recipe, for example configs/online.small.json; as often as wanted
              --set KEY=VALUE   another value for one key of every recipe; as often as wanted
              --counts SIZES    counts alone: mini, lean, rich, best or full, or several with commas between
              --megabytes N     room for them, a power of two (default 64)
              --plan FILE       also the built-in stream of this phases file, for example configs/phases.json; as often as wanted
              --bytes N         only the first N bytes of each text; several with commas between them are a column each
            """;

    private static final List<String> OPTIONS =
            List.of("--config", "--set", "--counts", "--megabytes", "--plan", "--bytes");

    private final PrintStream out;
    private final List<InputText> texts;

    private Compare(PrintStream out, List<InputText> texts) {
        this.out = out;
        this.texts = texts;
    }

    /** {@code folders} are where other programs may be. */
    static void run(Console console, List<String> args, List<Path> folders) throws IOException {
        Arguments arguments = new Arguments(args, OPTIONS, List.of("--help"));
        if (arguments.has("--help")) {
            console.out().print(HELP);
            return;
        }
        List<Contender> contenders = own(arguments);
        Program.ALL.forEach(program -> contenders.add(program.in(folders)));
        new Compare(console.out(), texts(arguments)).print(contenders);
    }

    private static List<Contender> own(Arguments arguments) throws IOException {
        List<Contender> own = new ArrayList<>();
        for (String file : arguments.all("--config")) {
            String name = InputText.nameOf(file).replace(".json", "");
            own.add(LearnedBits.online(name, arguments.recipe(file)));
        }
        int megabytes = (int) Math.min(Integer.MAX_VALUE, arguments.count("--megabytes", 64));
        for (String label : arguments.list("--counts")) {
            own.add(LearnedBits.counts(size(label), megabytes));
        }
        return own;
    }

    private static Size size(String label) {
        Size size = Size.labelled(label);
        if (size == null) {
            throw new UsageException("--counts expects one of " + Size.labels() + ", found " + label);
        }
        return size;
    }

    private static List<InputText> texts(Arguments arguments) throws IOException {
        List<InputText> whole = new ArrayList<>();
        for (String file : arguments.operands()) {
            whole.add(InputText.ofFile(file, Long.MAX_VALUE));
        }
        for (String file : arguments.all("--plan")) {
            whole.add(InputText.ofPlan(file, Long.MAX_VALUE));
        }
        if (whole.isEmpty()) {
            throw new UsageException("expected at least one FILE or --plan, found none");
        }
        List<Integer> lengths = new ArrayList<>();
        for (String length : arguments.list("--bytes")) {
            lengths.add((int) Math.min(Integer.MAX_VALUE, Arguments.count("--bytes", length)));
        }
        if (lengths.isEmpty()) {
            return whole;
        }
        List<InputText> texts = new ArrayList<>();
        for (InputText text : whole) {
            lengths.stream().map(text::first).distinct().forEach(texts::add); // all that are too long are the whole
        }
        return texts;
    }

    private void print(List<Contender> contenders) throws IOException {
        out.print("| bits per byte |");
        texts.forEach(text -> out.printf(
                Locale.ROOT, " %s, %s%,d bytes |", text.name(), text.isCut() ? "first " : "", text.bytes().length));
        out.println(" bytes per second |");
        out.println("|---|" + "---:|".repeat(texts.size() + 1));
        for (Contender contender : contenders) {
            print(contender);
        }
        out.println();
        out.println(
                "- Ours are the code lengths of one run from the first byte to the last, each byte predicted before it was"
                        + " learned; the others are whole files.");
        out.println("- Bytes per second of processor time, of all texts together, on one thread of the JVM.");
        for (Contender contender : contenders) {
            String note = contender.note();
            if (!note.isEmpty()) {
                out.println("- " + note);
            }
        }
    }

    private void print(Contender contender) throws IOException {
        out.print("| " + contender.name() + " |");
        double bytes = 0;
        double seconds = 0;
        for (InputText text : texts) {
            Contender.Measured measured = contender.measure(text.bytes());
            out.print(" " + (Double.isNaN(measured.bits()) ? measured.word() : number("%.3f", measured.bits())) + " |");
            out.flush();
            bytes += text.bytes().length;
            seconds += measured.seconds();
        }
        out.println(" " + (seconds > 0 ? number("%,.0f", bytes / seconds) : "–") + " |");
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
