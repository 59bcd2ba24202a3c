package microgpt.worker.storage;

import com.grack.nanojson.JsonObject;
import microgpt.json.Json;
import microgpt.json.JsonFields;

/**
 * What the library shows of a run without opening it. Losses are NaN where there is none.
 *
 * @param text what the text is called
 * @param textHash the SHA-256 of the text; empty where it is not known
 * @param sample a text that the model wrote, a character for each byte
 */
public record RunSummary(
        String name,
        long steps,
        long maxSteps,
        int parameters,
        double loss,
        double bestLoss,
        String text,
        long textBytes,
        String textHash,
        String sample) {

    RunSummary named(String other) {
        return new RunSummary(other, steps, maxSteps, parameters, loss, bestLoss, text, textBytes, textHash, sample);
    }

    /** Adds it to what a record says. */
    void put(JsonObject json) {
        json.put("name", name);
        json.put("steps", steps);
        json.put("max_steps", maxSteps);
        json.put("parameters", parameters);
        json.put("loss", Double.toString(loss)); // a text: JSON has no NaN
        json.put("best_loss", Double.toString(bestLoss));
        json.put("text", text);
        json.put("text_bytes", textBytes);
        json.put("text_hash", textHash);
        json.put("sample", sample);
    }

    /** @throws IllegalArgumentException if something is missing, or is what no summary can say */
    static RunSummary of(JsonFields fields) {
        String hash = fields.text("text_hash");
        if (!hash.isEmpty() && !TextFile.isHash(hash)) {
            throw new IllegalArgumentException("text_hash must be a SHA-256, found " + Json.shown(hash));
        }
        return new RunSummary(
                fields.text("name"),
                fields.whole("steps", 0, RunFile.MOST),
                fields.whole("max_steps", 0, RunFile.MOST),
                (int) fields.whole("parameters", 0, Integer.MAX_VALUE),
                Double.parseDouble(fields.text("loss")),
                Double.parseDouble(fields.text("best_loss")),
                fields.text("text"),
                fields.whole("text_bytes", 0, RunFile.MOST),
                hash,
                fields.text("sample"));
    }
}
