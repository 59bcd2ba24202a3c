package microgpt.worker.lab;

import microgpt.config.OnlineRecipe;
import microgpt.numeric.Nullable;

/**
 * What the reader changed of a run that stood at {@code position}.
 *
 * @param wanted the recipe that was asked for; null if the transformer went back to where it was sound
 * @param before the recipe in force until then
 * @param after the recipe in force from then on
 */
record LiveChange(long position, @Nullable OnlineRecipe wanted, OnlineRecipe before, OnlineRecipe after) {}
