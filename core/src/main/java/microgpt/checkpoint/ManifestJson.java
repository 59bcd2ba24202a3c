package microgpt.checkpoint;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import microgpt.corpus.DatasetManifest;

/** A {@link DatasetManifest} as JSON with snake_case keys, and back. */
final class ManifestJson {
    private ManifestJson() {}

    public static String write(DatasetManifest manifest) {
        JsonObject json = new JsonObject();
        json.put("dataset_id", manifest.datasetId());
        json.put("name", manifest.name());
        json.put("raw_bytes", manifest.rawBytes());
        json.put("token_count", manifest.tokenCount());
        json.put("tokenizer", manifest.tokenizer());
        json.put("train_split", manifest.trainSplit());
        json.put("val_split", manifest.valSplit());
        json.put("seed", manifest.seed());
        return JsonWriter.string(json);
    }

    /** Complaints name {@code file}. */
    public static DatasetManifest read(String json, String file) {
        try {
            JsonObject object = JsonParser.object().from(json);
            return new DatasetManifest(
                    object.getString("dataset_id", ""),
                    object.getString("name", ""),
                    object.getLong("raw_bytes"),
                    object.getLong("token_count"),
                    object.getString("tokenizer", DatasetManifest.BYTE_TOKENIZER),
                    object.getDouble("train_split"),
                    object.getLong("seed"));
        } catch (JsonParserException e) {
            throw new BadFileException(file, "its manifest is not JSON: " + e.getMessage());
        }
    }
}
