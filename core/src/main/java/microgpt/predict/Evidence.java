package microgpt.predict;

/** What a context tells the mixer of the next bit; each is one input. All are 0 where the context was never seen. */
enum Evidence {
    /** How often a 1 came, as a logit. */
    DIRECT,
    /** What such a frequency, from so many bits, turned out to mean. */
    CALIBRATED,
    /** What such a bit history turned out to mean, as a logit, */
    HISTORY,
    /** and as a probability: sure opinions count less than in the logit. */
    CONFIDENCE,
    /** The byte that came last in this context, by how often in a row it did. */
    RUN,
    /** What such a bit history turned out to mean after these bits of the byte, as a logit. */
    HISTORY_IN_BYTE
}
