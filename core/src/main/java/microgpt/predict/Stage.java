package microgpt.predict;

/** A part of a mixture that can be left out. */
enum Stage {
    /** Maps of two contexts' opinions at once. */
    PAIRS,
    /** Maps of the mixed probability, after the mixer. */
    FINAL_MAPS
}
