package microgpt.model;

/** The normalization used everywhere in a model. */
public enum Norm {
    /** Root mean square (Zhang and Sennrich 2019). */
    RMS,
    /** Mean and variance (Ba et al. 2016). */
    LAYER
}
