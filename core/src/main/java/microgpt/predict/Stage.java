package microgpt.predict;

/** A part of a mixture that can be left out. */
enum Stage {
    /** Maps of two contexts' opinions at once. */
    PAIRS,
    /** Maps of the mixed probability, after the mixer. */
    FINAL_MAPS,
    /** One more of them, of the syllables of the line and the kinds of the last characters. */
    LINE_MAP
}
