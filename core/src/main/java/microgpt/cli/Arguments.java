package microgpt.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import microgpt.config.BatchRecipe;
import microgpt.config.OnlineRecipe;
import microgpt.corpus.Spelling;

/**
 * What follows a command: options that take a value, options that take none, {@code --set key=value} as often as wanted, and
 * operands.
 */
final class Arguments {
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, List<String>> given = new HashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<String> operands = new ArrayList<>();

    /** Options are given with their dashes, those in {@code flags} take no value. */
    Arguments(List<String> args, List<String> options, List<String> flags) {
        List<String> known = new ArrayList<>(options);
        known.addAll(flags);
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (!arg.startsWith("--")) {
                operands.add(arg);
            } else if (flags.contains(arg)) {
                values.put(arg, "");
            } else if (!options.contains(arg)) {
                throw new UsageException("unknown option " + arg + ", expected one of " + String.join(", ", known)
                        + "; did you mean " + Spelling.nearest(arg, known) + "?");
            } else if (i + 1 == args.size()) {
                throw new UsageException(arg + " expects a value, found the end of the line");
            } else {
                take(arg, args.get(++i));
            }
        }
    }

    private void take(String option, String value) {
        if (!option.equals("--set")) {
            values.put(option, value);
            given.computeIfAbsent(option, key -> new ArrayList<>()).add(value);
            return;
        }
        int equals = value.indexOf('=');
        if (equals < 1) {
            throw new UsageException("--set expects key=value, found " + value);
        }
        settings.put(value.substring(0, equals), value.substring(equals + 1));
    }

    boolean has(String flag) {
        return values.containsKey(flag);
    }

    /** Every value of an option that may be given more than once, in order. */
    List<String> all(String option) {
        return given.getOrDefault(option, List.of());
    }

    /** What stands between the commas in the value of an option. */
    List<String> list(String option) {
        return values.containsKey(option) ? List.of(required(option).split(",", -1)) : List.of();
    }

    /** The value of an option that must be there. */
    String required(String option) {
        String value = values.get(option);
        if (value == null) {
            throw new UsageException("expected " + option + ", found none");
        }
        return value;
    }

    /** A whole number of at least 1. */
    long count(String option, long otherwise) {
        String value = values.get(option);
        return value == null ? otherwise : count(option, value);
    }

    /** The same of {@code value}, which {@code option} gives. */
    static long count(String option, String value) {
        try {
            long count = Long.parseLong(value);
            if (count >= 1) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw new UsageException(option + " expects a whole number of at least 1, found " + value);
        }
        throw new UsageException(option + " expects a whole number of at least 1, found " + value);
    }

    /** Any whole number. */
    long integer(String option, long otherwise) {
        String value = values.get(option);
        try {
            return value == null ? otherwise : Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new UsageException(option + " expects a whole number, found " + value);
        }
    }

    /** One of {@code choices}, the first of which stands where the option does not. */
    String choice(String option, String... choices) {
        String value = values.getOrDefault(option, choices[0]);
        if (!List.of(choices).contains(value)) {
            throw new UsageException(option + " expects " + String.join(" or ", choices) + ", found " + value);
        }
        return value;
    }

    boolean hasOperands() {
        return !operands.isEmpty();
    }

    List<String> operands() {
        return operands;
    }

    /** The only operand. */
    String operand(String what) {
        if (operands.size() != 1) {
            throw new UsageException(
                    "expected one " + what + ", found " + (operands.isEmpty() ? "none" : String.join(" ", operands)));
        }
        return operands.get(0);
    }

    /** A number, which need not be whole. */
    double number(String option, double otherwise) {
        String value = values.get(option);
        try {
            return value == null ? otherwise : Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new UsageException(option + " expects a number, found " + value);
        }
    }

    String text(String option, String otherwise) {
        return values.getOrDefault(option, otherwise);
    }

    /** Every {@code --set}, by key. */
    Map<String, String> settings() {
        return settings;
    }

    /** The recipe in the files that {@code --model} and {@code --training} name, with every {@code --set} applied. */
    BatchRecipe trainingRecipe() throws IOException {
        String model = required("--model");
        String training = required("--training");
        return BatchRecipe.parse(read("--model", model), model, read("--training", training), training)
                .withAll(settings);
    }

    private static String read(String option, String file) throws IOException {
        try {
            return Files.readString(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new UsageException(option + " expects a file, found no " + file);
        }
    }

    /** The recipe in the file that {@code --config} names, with every {@code --set} applied. */
    OnlineRecipe recipe() throws IOException {
        return recipe(required("--config"));
    }

    /** The recipe in that file, with every {@code --set} applied. */
    OnlineRecipe recipe(String file) throws IOException {
        try {
            return OnlineRecipe.parse(Files.readString(Path.of(file)), file).withAll(settings);
        } catch (NoSuchFileException e) {
            throw new UsageException("--config expects a file, found no " + file);
        }
    }
}
