package microgpt.checkpoint;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import microgpt.corpus.DatasetManifest;
import microgpt.json.Json;
import microgpt.json.JsonFields;

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

    /**
     * The manifest that {@link #write} made.
     *
     * @throws BadFileException naming {@code file} and the reason
     */
    public static DatasetManifest read(String json, String file) {
        try {
            JsonFields fields = new JsonFields(Json.object(json));
            return new DatasetManifest(
                    fields.text("dataset_id"),
                    fields.text("name"),
                    fields.whole("raw_bytes", 0, Long.MAX_VALUE),
                    fields.whole("token_count", 0, Long.MAX_VALUE),
                    fields.text("tokenizer"),
                    fields.number("train_split"),
                    fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE));
        } catch (IllegalArgumentException e) {
            throw new BadFileException(file, "its manifest is not understood: " + e.getMessage());
        }
    }
}
