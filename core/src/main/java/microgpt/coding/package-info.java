/**
 * From predictions to a file and back: a binary arithmetic coder, and a format that says by what recipe and arithmetic the
 * text was predicted, so that whoever repeats the predictions gets every byte back, and whoever cannot is told why.
 */
package microgpt.coding;
