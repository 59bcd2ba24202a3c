/** Small numbers: random streams, moving averages, and transcendental functions that give the same bits everywhere. */
package microgpt.numeric;
