package microgpt.cli;

/**
 * What a part of a recipe was measured to do.
 *
 * @param with the recipe with the part
 * @param without the recipe without it, or with what it has in its place
 * @param alone bits per byte of the plain recipe with this part only; not a number if that was not tried
 */
record Worth(Part part, AblationRuns.Outcome with, AblationRuns.Outcome without, double alone) {}
