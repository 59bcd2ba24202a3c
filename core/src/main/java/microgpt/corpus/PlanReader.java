package microgpt.corpus;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import microgpt.corpus.genre.Genre;
import microgpt.json.Json;
import microgpt.json.JsonException;
import microgpt.numeric.Nullable;

/** Reads a phase plan from JSON; every complaint names the file, the key, what was expected and what was found. */
final class PlanReader {
    private static final List<String> PLAN_KEYS = List.of("seed", "phases");
    private static final List<String> VISIT_KEYS = List.of("phase", "bytes", "seed");

    private final String file;

    PlanReader(String file) {
        this.file = file;
    }

    PhasePlan read(String json) {
        JsonObject plan = object("the whole file", parsed(json));
        checkKeys("", plan, PLAN_KEYS);
        if (!(plan.get("phases") instanceof JsonArray phases) || phases.isEmpty()) {
            throw expected("phases", "a list of at least one phase", plan.get("phases"));
        }
        List<PhasePlan.Visit> visits = new ArrayList<>();
        for (int i = 0; i < phases.size(); i++) {
            visits.add(visit("phases[" + i + "]", phases.get(i)));
        }
        return new PhasePlan(whole("seed", plan.get("seed")), visits);
    }

    private @Nullable Object parsed(String json) {
        try {
            return Json.any(json);
        } catch (JsonException e) {
            throw new IllegalArgumentException(file + ":" + e.place() + ": " + e.reason(), e);
        }
    }

    private PhasePlan.Visit visit(String key, @Nullable Object value) {
        JsonObject visit = object(key, value);
        checkKeys(key + ".", visit, VISIT_KEYS);
        long bytes = whole(key + ".bytes", visit.get("bytes"));
        if (bytes < 1 || bytes > PhasePlan.Visit.MAX_BYTES) {
            throw expected(key + ".bytes", "1 to " + PhasePlan.Visit.MAX_BYTES, visit.get("bytes"));
        }
        Long seed = visit.containsKey("seed") ? whole(key + ".seed", visit.get("seed")) : null;
        return new PhasePlan.Visit(genre(key + ".phase", visit.get("phase")), (int) bytes, seed);
    }

    private Genre genre(String key, @Nullable Object value) {
        List<String> labels = new ArrayList<>();
        for (Genre genre : Genre.values()) {
            if (genre.label().equals(value)) {
                return genre;
            }
            labels.add(genre.label());
        }
        String nearest = value instanceof String text ? " (nearest: " + Spelling.nearest(text, labels) + ")" : "";
        throw expected(key, "one of " + String.join(", ", labels) + nearest, value);
    }

    private long whole(String key, @Nullable Object value) {
        if (Json.isWhole(value)) {
            return Long.parseLong(String.valueOf(value));
        }
        throw expected(key, "a whole number", value);
    }

    private JsonObject object(String key, @Nullable Object value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw expected(key, "an object", value);
    }

    private void checkKeys(String prefix, JsonObject object, List<String> known) {
        for (String key : object.keySet()) {
            if (!key.startsWith("_") && !known.contains(key)) {
                throw new IllegalArgumentException(file + ": unknown key " + prefix + Json.shortened(key)
                        + "; the nearest known key is " + prefix + Spelling.nearest(key, known));
            }
        }
        for (String key : known) {
            boolean optional = key.equals("seed") && !prefix.isEmpty();
            if (!optional && !object.containsKey(key)) {
                throw new IllegalArgumentException(file + ": missing key " + prefix + key);
            }
        }
    }

    private IllegalArgumentException expected(String key, String expectation, @Nullable Object found) {
        return new IllegalArgumentException(
                file + ": " + key + ": expected " + expectation + ", found " + Json.shown(found));
    }
}
