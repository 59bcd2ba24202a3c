package microgpt.worker.storage;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import java.nio.charset.StandardCharsets;
import microgpt.json.Json;
import microgpt.json.JsonFields;
import microgpt.numeric.Nullable;
import microgpt.numeric.Sha256;

/**
 * The small file that says which files of a run count: the pointer that is switched when they are complete. Two copies are
 * written in turn, each with its own hash, so one of them is always whole.
 *
 * @param sequence counts the records of a run; the higher one of two counts, whatever the clock says. 0: a makeshift
 * @param newest the number of the state saved last, 0 if none
 * @param previous the number of the state before, 0 if none
 * @param best the number of the best model, 0 if none
 */
public record RunRecord(
        String run, long sequence, double savedAtMillis, RunSummary summary, long newest, long previous, long best) {
    /** No record is larger: names are the only part of it that a reader writes. */
    static final int MOST_BYTES = 1 << 20;

    private static final int HASH = 64;
    /** What a date can be in JavaScript. */
    static final double MOST_MILLIS = 8.64e15;

    /** What stands for a run of which no state was saved, or none is known. */
    static RunRecord none(String run) {
        return new RunRecord(run, 0, 0, new RunSummary(run, 0, 0, 0, Double.NaN, Double.NaN, "", 0, "", ""), 0, 0, 0);
    }

    /** The last saved first, as far as the clock can be trusted: it orders what is shown, and nothing else. */
    static int compareByDate(RunRecord one, RunRecord other) {
        int dates = Double.compare(other.savedAtMillis, one.savedAtMillis);
        return dates != 0 ? dates : one.run.compareTo(other.run);
    }

    boolean isMakeshift() {
        return sequence == 0;
    }

    /** The same, as the record after this one. */
    RunRecord next() {
        return new RunRecord(run, sequence + 1, savedAtMillis, summary, newest, previous, best);
    }

    byte[] toBytes() {
        JsonObject json = new JsonObject();
        json.put("run", run);
        json.put("sequence", sequence);
        json.put("saved_at_millis", savedAtMillis);
        json.put("newest", newest);
        json.put("previous", previous);
        json.put("best", best);
        summary.put(json);
        String body = JsonWriter.string(json);
        byte[] bytes = (Sha256.of(body.getBytes(StandardCharsets.UTF_8)) + body).getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException("the record of a run has " + MOST_BYTES + " bytes at most, not "
                    + bytes.length + ": choose a shorter name");
        }
        return bytes;
    }

    /** Null if the file is not whole, or not a record of {@code run} with numbers that can be. */
    static @Nullable RunRecord read(String run, byte[] bytes) {
        if (bytes.length < HASH || bytes.length > MOST_BYTES) {
            return null;
        }
        Sha256 hash = new Sha256();
        hash.add(bytes, HASH, bytes.length - HASH);
        String body = new String(bytes, HASH, bytes.length - HASH, StandardCharsets.UTF_8);
        if (!hash.hex().equals(new String(bytes, 0, HASH, StandardCharsets.US_ASCII))) {
            return null;
        }
        try {
            RunRecord read = read(new JsonFields(Json.object(body)));
            return read.run.equals(run) && Math.abs(read.savedAtMillis) <= MOST_MILLIS ? read : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static RunRecord read(JsonFields fields) {
        long newest = fields.whole("newest", 1, RunFile.MOST);
        return new RunRecord(
                fields.text("run"),
                fields.whole("sequence", 1, RunFile.MOST),
                fields.number("saved_at_millis"),
                RunSummary.of(fields),
                newest,
                fields.whole("previous", 0, newest),
                fields.whole("best", 0, newest));
    }
}
