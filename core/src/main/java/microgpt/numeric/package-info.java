/**
 * Small numbers: random streams, moving averages, how far a mean may be off, and transcendental functions that give the same bits
 * everywhere.
 */
package microgpt.numeric;
