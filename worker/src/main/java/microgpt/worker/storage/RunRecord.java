package microgpt.worker.storage;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.nio.charset.StandardCharsets;
import microgpt.numeric.Nullable;
import microgpt.numeric.Sha256;

/**
 * The small file that says which files of a run count: the pointer that is switched when they are complete. Two copies are
 * written in turn, each with its own hash, so one of them is always whole.
 *
 * @param sequence counts the records of a run; the higher one of two counts
 * @param newest the number of the state saved last, 0 if none
 * @param previous the number of the state before, 0 if none
 * @param best the number of the best model, 0 if none
 */
public record RunRecord(
        String run, long sequence, double savedAtMillis, RunSummary summary, long newest, long previous, long best) {
    private static final int HASH = 64;

    /** What stands for a run of which no state was saved, or none is known. */
    static RunRecord none(String run) {
        return new RunRecord(run, 0, 0, new RunSummary(run, 0, 0, 0, Double.NaN, Double.NaN, "", 0, "", ""), 0, 0, 0);
    }

    byte[] toBytes() {
        JsonObject json = new JsonObject();
        json.put("run", run);
        json.put("sequence", sequence);
        json.put("saved_at_millis", savedAtMillis);
        json.put("newest", newest);
        json.put("previous", previous);
        json.put("best", best);
        json.put("name", summary.name());
        json.put("steps", summary.steps());
        json.put("max_steps", summary.maxSteps());
        json.put("parameters", summary.parameters());
        json.put("loss", Double.toString(summary.loss())); // a text: JSON has no NaN
        json.put("best_loss", Double.toString(summary.bestLoss()));
        json.put("text", summary.text());
        json.put("text_bytes", summary.textBytes());
        json.put("text_hash", summary.textHash());
        json.put("sample", summary.sample());
        String body = JsonWriter.string(json);
        return (Sha256.of(body.getBytes(StandardCharsets.UTF_8)) + body).getBytes(StandardCharsets.UTF_8);
    }

    /** Null if the file is not whole. */
    static @Nullable RunRecord read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.length() < HASH) {
            return null;
        }
        String body = text.substring(HASH);
        if (!text.startsWith(Sha256.of(body.getBytes(StandardCharsets.UTF_8)))) {
            return null;
        }
        try {
            return read(JsonParser.object().from(body));
        } catch (JsonParserException | NumberFormatException e) {
            return null;
        }
    }

    private static RunRecord read(JsonObject json) {
        RunSummary summary = new RunSummary(
                json.getString("name", ""),
                json.getLong("steps"),
                json.getLong("max_steps"),
                json.getInt("parameters"),
                Double.parseDouble(json.getString("loss", "")),
                Double.parseDouble(json.getString("best_loss", "")),
                json.getString("text", ""),
                json.getLong("text_bytes"),
                json.getString("text_hash", ""),
                json.getString("sample", ""));
        return new RunRecord(
                json.getString("run", ""),
                json.getLong("sequence"),
                json.getDouble("saved_at_millis"),
                summary,
                json.getLong("newest"),
                json.getLong("previous"),
                json.getLong("best"));
    }
}
