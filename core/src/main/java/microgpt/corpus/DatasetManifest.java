package microgpt.corpus;

import microgpt.numeric.Sha256;

/**
 * The identity of a text that a model is trained on and evaluated with: a run can only go on with the very same.
 *
 * @param datasetId the SHA-256 of the raw bytes, in hexadecimal
 * @param trainSplit the share of the text, from its start, to train on; the rest is for validation
 * @param seed what the order of batches derives from
 */
public record DatasetManifest(
        String datasetId, String name, long rawBytes, long tokenCount, String tokenizer, double trainSplit, long seed) {

    /** Every byte is a token. */
    public static final String BYTE_TOKENIZER = "byte-v1";

    public DatasetManifest {
        if (!Sha256.isHex(datasetId)) {
            throw new IllegalArgumentException(
                    "datasetId \"" + datasetId + "\" must be a SHA-256 of 64 hexadecimal digits");
        }
        if (rawBytes < 0 || tokenCount != rawBytes || !tokenizer.equals(BYTE_TOKENIZER)) {
            throw new IllegalArgumentException(tokenCount + " tokens of " + rawBytes + " bytes by tokenizer \""
                    + tokenizer + "\" must be as many as the bytes, by " + BYTE_TOKENIZER);
        }
        if (!(trainSplit > 0 && trainSplit <= 1)) {
            throw new IllegalArgumentException("trainSplit " + trainSplit + " must be above 0 and at most 1");
        }
    }

    /** Describes a complete stream. */
    public static DatasetManifest of(String name, ByteStream text, double trainSplit, long seed) {
        return new DatasetManifest(
                text.sha256(text.size()), name, text.size(), text.size(), BYTE_TOKENIZER, trainSplit, seed);
    }

    /** The share of the text to validate with. */
    public double valSplit() {
        return (100 - 100 * trainSplit) / 100; // 0.9 leaves 0.1, not 0.09999999999999998
    }

    /** Where the text is cut in two: tokens before are trained on, the others are for validation. */
    public long trainTokens() {
        return trainTokens(tokenCount, trainSplit);
    }

    /** The same of a text of {@code tokens}. */
    public static long trainTokens(long tokens, double trainSplit) {
        return (long) (tokens * trainSplit);
    }

    /**
     * Checks that {@code other} is the same text, cut in the same place.
     *
     * @throws IllegalArgumentException saying what differs
     */
    public void checkSameAs(DatasetManifest other) {
        if (!datasetId.equals(other.datasetId)) {
            throw new IllegalArgumentException("the text \"" + other.name + "\" of " + other.rawBytes
                    + " bytes is not the one the run was trained on, \"" + name + "\" of " + rawBytes
                    + " bytes: expected SHA-256 " + datasetId + ", found " + other.datasetId);
        }
        if (rawBytes != other.rawBytes) {
            throw new IllegalArgumentException("a text of " + rawBytes + " bytes expected, \"" + other.name + "\" has "
                    + other.rawBytes + ", though their hashes are the same");
        }
        if (trainSplit != other.trainSplit) {
            throw new IllegalArgumentException(
                    "the text must be split at " + trainSplit + ", as the run did, not at " + other.trainSplit);
        }
    }
}
