package microgpt.web.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import microgpt.config.ConfigException;
import microgpt.config.ConfigKey;
import microgpt.config.Recipe;

/** The value that is worth trying instead of the present one of a key. */
public final class Alternative {
    /** For what is 0: nothing can be said of its size. */
    private static final String[] INSTEAD_OF_ZERO = {"1", "0.5", "0.1", "0.01"};

    private Alternative() {}

    /**
     * A switch the other way, the next one of a few words, a number twice as large: of these the first with which the recipe
     * makes sense; else half the number. Empty if there is none.
     */
    public static <R extends Recipe<R>> String of(R recipe, ConfigKey key) {
        for (String candidate : candidates(recipe.value(key.dotted()), key)) {
            if (makesSense(recipe, key, candidate)) {
                return candidate;
            }
        }
        return "";
    }

    private static <R extends Recipe<R>> boolean makesSense(R recipe, ConfigKey key, String value) {
        try {
            return !recipe.with(key.dotted(), value).changesFrom(recipe).isEmpty();
        } catch (ConfigException e) {
            return false;
        }
    }

    private static List<String> candidates(String value, ConfigKey key) {
        return switch (key.type()) {
            case FLAG -> List.of(value.equals("true") ? "false" : "true");
            case CHOICE -> others(value, key.choices());
            case WHOLE, NUMBER -> numbers(Double.parseDouble(value));
            case NUMBERS, TEXT -> List.of();
        };
    }

    private static List<String> others(String value, List<String> choices) {
        List<String> others = new ArrayList<>();
        int at = choices.indexOf(value.toLowerCase(Locale.ROOT));
        for (int i = 1; i < choices.size(); i++) {
            others.add(choices.get((at + i) % choices.size()));
        }
        return others;
    }

    private static List<String> numbers(double value) {
        return value == 0 ? List.of(INSTEAD_OF_ZERO) : List.of(text(2 * value), text(value / 2));
    }

    private static String text(double value) {
        return value == (long) value ? Long.toString((long) value) : Double.toString(value);
    }
}
