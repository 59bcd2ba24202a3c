package microgpt.json;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import microgpt.numeric.Nullable;

/**
 * The only door to the parser. The parser calls itself for each bracket inside another, so a text of nothing but brackets
 * would exhaust the stack, which in a browser cannot be caught: {@link JsonScan} goes first, and bounds what is parsed.
 * Numbers keep the letters they were written with.
 */
public final class Json {
    /** Brackets inside brackets: every text of our own has fewer than ten. */
    public static final int DEEPEST = 64;

    /** Values in one text, so that small brackets by the million do not become large objects. */
    public static final int MOST_VALUES = 1 << 20;

    private static final int MOST_SHOWN = 80;

    private Json() {}

    /**
     * Reads a text that must be an object.
     *
     * @throws JsonException if it is not, or nests too deeply, or gives a key twice
     */
    public static JsonObject object(String text) {
        if (any(text) instanceof JsonObject object) {
            return object;
        }
        throw new JsonException(1, 1, "expected a JSON object");
    }

    /** Reads any value: null, a text, a number, a truth, an object or an array. */
    public static @Nullable Object any(String text) {
        new JsonScan(text).check();
        try {
            return JsonParser.any().withLazyNumbers().from(text);
        } catch (JsonParserException e) {
            throw new JsonException(e.getLinePosition(), e.getCharPosition(), "not JSON: " + shortened(e.getMessage()));
        }
    }

    /** Whether a value is a whole number of 64 bits, written without a point or an exponent. */
    public static boolean isWhole(@Nullable Object value) {
        if (!(value instanceof Number)) {
            return false;
        }
        try {
            Long.parseLong(value.toString());
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** A value as it is shown in complaints: as JSON, and not at length. */
    public static String shown(@Nullable Object value) {
        return shortened(value instanceof Number ? value.toString() : JsonWriter.string(value));
    }

    /** The beginning of a text that is long. */
    public static String shortened(@Nullable String text) {
        String whole = String.valueOf(text);
        return whole.length() <= MOST_SHOWN ? whole : whole.substring(0, MOST_SHOWN) + "...";
    }
}
