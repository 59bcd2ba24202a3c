package microgpt.json;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;

/**
 * The values of a JSON object, by key and type. What is missing, or of another type, or out of range is refused by an {@link
 * IllegalArgumentException} that names the key, what was expected and what was found: nothing is rounded, cut or made up.
 */
public final class JsonFields {
    private final JsonObject object;

    public JsonFields(JsonObject object) {
        this.object = object;
    }

    /** Whether there is a value that is not null. */
    public boolean has(String key) {
        return object.get(key) != null;
    }

    public String text(String key) {
        if (object.get(key) instanceof String text) {
            return text;
        }
        throw expected(key, "a text");
    }

    public boolean flag(String key) {
        if (object.get(key) instanceof Boolean flag) {
            return flag;
        }
        throw expected(key, "true or false");
    }

    public JsonObject object(String key) {
        if (object.get(key) instanceof JsonObject inner) {
            return inner;
        }
        throw expected(key, "an object");
    }

    public JsonArray array(String key) {
        if (object.get(key) instanceof JsonArray array) {
            return array;
        }
        throw expected(key, "a list");
    }

    /** A finite number. */
    public double number(String key) {
        if (object.get(key) instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw expected(key, "a number");
    }

    /** A whole number from {@code least} to {@code most}, written without a point or an exponent. */
    public long whole(String key, long least, long most) {
        Object found = object.get(key);
        if (Json.isWhole(found)) {
            long number = Long.parseLong(String.valueOf(found));
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw expected(key, "a whole number from " + least + " to " + most);
    }

    private IllegalArgumentException expected(String key, String expectation) {
        return new IllegalArgumentException(
                object.containsKey(key)
                        ? "key \"" + key + "\" must be " + expectation + ", found " + Json.shown(object.get(key))
                        : "missing key \"" + key + "\", expected " + expectation);
    }
}
