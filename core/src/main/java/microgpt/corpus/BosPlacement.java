package microgpt.corpus;

/** Where a model is shown the beginning-of-stream token, {@link Window#BOS}, instead of the byte before. */
public enum BosPlacement {
    /**
     * At the start of every document. This tells the model where documents begin: side information that a decoder would
     * have to be given, too.
     */
    EVERY_DOCUMENT,
    /** At the start of the stream only. */
    STREAM,
    /** Nowhere, for vocabularies of bytes alone: the stream begins as if after a line feed. */
    NEVER
}
