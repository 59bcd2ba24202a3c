/**
 * Who says what byte comes next, and learns from the truth: counts in many contexts, other experts, and their mixture, bit
 * by bit. It is context mixing as in the PAQ family of compressors (Mahoney 2005), strictly online. Everything is computed
 * by + - * / on floats in a fixed order, so that any machine repeats it to the bit: what a decoder needs.
 */
package microgpt.predict;
