package microgpt.web.text;

import com.grack.nanojson.JsonObject;
import java.util.HashMap;
import java.util.Map;
import microgpt.json.Json;
import microgpt.json.JsonFields;

/**
 * What the parts of a recipe were measured to be worth, in words: the text of {@code worth.json}, which the command {@code
 * ablate} writes.
 */
public final class WorthText {
    public static final String UNKNOWN = "not measured";

    private static final String PHASES = ".json";
    private static final int DECIMALS = 3;

    private final JsonFields file;
    private final Map<String, String> figures = new HashMap<>();

    /** @throws IllegalArgumentException if {@code json} is no such text */
    public WorthText(String json) {
        file = new JsonFields(Json.object(json));
        for (Object each : file.array("parts")) {
            if (!(each instanceof JsonObject part)) {
                throw new IllegalArgumentException("parts hold " + Json.shown(each) + ", expected objects");
            }
            add(new JsonFields(part));
        }
    }

    /** A part is worth what a score is with it, less what it is without. */
    private void add(JsonFields part) {
        StringBuilder words = new StringBuilder();
        if (part.has("transformer_with") && part.has("transformer_without")) {
            append(words, "transformer", part.number("transformer_with") - part.number("transformer_without"));
        }
        if (part.has("with") && part.has("without")) {
            append(words, "whole", part.number("with") - part.number("without"));
        }
        if (part.has("alone") && file.has("plain")) {
            append(words, "alone", part.number("alone") - file.number("plain"));
        }
        figures.put(part.text("name"), words.length() == 0 ? UNKNOWN : words.toString());
    }

    private static void append(StringBuilder words, String of, double change) {
        words.append(words.length() == 0 ? "" : ", ").append(of).append(' ');
        String fixed = Numbers.fixed(change, DECIMALS);
        boolean rises = change > 0 && !fixed.equals(Numbers.fixed(0, DECIMALS));
        words.append(rises ? "+" : "").append(fixed);
    }

    /** What a part, by the name that {@code ablate} has for it, is worth. */
    public String of(String part) {
        return figures.getOrDefault(part, UNKNOWN);
    }

    /** What was measured on, how often, and how far one seed is from another. */
    public String about() {
        String name = file.text("text");
        long seeds = file.whole("seeds", 1, Long.MAX_VALUE);
        return "Measured on the first " + Numbers.grouped(file.whole("bytes", 0, Long.MAX_VALUE)) + " bytes of "
                + (name.endsWith(PHASES) ? "the built-in stream " : "") + name + " with the preset "
                + file.text("preset") + ", " + seeds + (seeds == 1 ? " seed" : " seeds")
                + " (± is their standard deviation). As it is the preset needs " + score("whole", "deviation")
                + " bits per byte, its transformer by itself " + score("transformer", "transformer_deviation")
                + ", a plain model " + score("plain", "plain_deviation") + ".";
    }

    private String score(String key, String deviation) {
        return Numbers.fixed(file.number(key), DECIMALS) + " ± " + Numbers.fixed(file.number(deviation), DECIMALS);
    }
}
