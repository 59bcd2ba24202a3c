package microgpt.predict;

/**
 * A place in the stream that a cache remembered.
 *
 * @param position where the byte stands that followed there
 * @param value that byte, 0 to 255
 * @param share how much of what the cache said came from there, 0 to 1
 */
public record Neighbour(long position, int value, double share) {}
