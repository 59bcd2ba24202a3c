package microgpt.web.train;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import microgpt.json.Json;
import microgpt.json.JsonFields;

/**
 * The run that a page had open when it went away, as the browser remembers it.
 *
 * @param run its id; empty if there was none
 * @param paused whether it was not being trained just then
 */
record LeftRun(String run, boolean paused) {
    static final LeftRun NONE = new LeftRun("", false);

    /** How earlier versions marked a run that was paused; they wrote nothing but its id otherwise. */
    private static final String EARLIER_PAUSED = "paused ";

    /** What was remembered; none if it cannot be read, for nothing depends on it. */
    static LeftRun read(String remembered) {
        if (!remembered.startsWith("{")) {
            boolean paused = remembered.startsWith(EARLIER_PAUSED);
            return new LeftRun(paused ? remembered.substring(EARLIER_PAUSED.length()) : remembered, paused);
        }
        try {
            JsonFields fields = new JsonFields(Json.object(remembered));
            return new LeftRun(fields.text("run"), fields.flag("paused"));
        } catch (IllegalArgumentException e) {
            return NONE;
        }
    }

    /** What to remember: empty for none. */
    String written() {
        if (!isThere()) {
            return "";
        }
        JsonObject fields = new JsonObject();
        fields.put("run", run);
        fields.put("paused", paused);
        return JsonWriter.string(fields);
    }

    boolean isThere() {
        return !run.isEmpty();
    }
}
