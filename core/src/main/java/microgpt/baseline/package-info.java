/**
 * What counting alone would score on the same stream, single bytes or what follows them, under the same rule: predict,
 * observe, update. It tells the reader what a number of bits per byte is worth, and learns nothing from the model nor the
 * model from it.
 */
package microgpt.baseline;
