package microgpt.engine;

/** How often each mechanism acted: steps skipped, windows replayed, steps at a boosted rate, gradients clipped. */
public record Counters(long skipped, long replayed, long boosted, long clipped) {}
