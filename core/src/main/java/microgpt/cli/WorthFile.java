package microgpt.cli;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import java.util.List;

/** What was measured of a recipe's parts as JSON: the laboratory's page shows it. All scores are bits per byte. */
record WorthFile(String command, String config) {
    private static final double DECIMALS = 1e4;

    String toJson(
            InputText text, long seeds, AblationRuns.Outcome whole, AblationRuns.Outcome plain, List<Worth> worths) {
        JsonObject json = new JsonObject();
        json.put("_", "Written by: " + command);
        json.put("preset", InputText.nameOf(config).replace(".json", ""));
        json.put("text", text.name());
        json.put("bytes", text.bytes().length);
        json.put("seeds", seeds);
        put(json, "whole", whole.bits());
        put(json, "deviation", whole.deviation());
        put(json, "transformer", whole.transformer());
        put(json, "transformer_deviation", whole.transformerDeviation());
        put(json, "plain", plain.bits());
        put(json, "plain_deviation", plain.deviation());
        JsonArray parts = new JsonArray();
        for (Worth worth : worths) {
            parts.add(part(worth));
        }
        json.put("parts", parts);
        return JsonWriter.indent("  ").string().value(json).done() + "\n";
    }

    private static JsonObject part(Worth worth) {
        JsonObject json = new JsonObject();
        json.put("name", worth.part().name());
        json.put("key", worth.part().key());
        put(json, "with", worth.with().bits());
        put(json, "without", worth.without().bits());
        put(json, "transformer_with", worth.with().transformer());
        put(json, "transformer_without", worth.without().transformer());
        put(json, "alone", worth.alone());
        return json;
    }

    /** Rounded to what a run's noise leaves; what is not a number is left out. */
    private static void put(JsonObject json, String key, double bits) {
        if (Double.isFinite(bits)) {
            json.put(key, Math.round(bits * DECIMALS) / DECIMALS);
        }
    }
}
