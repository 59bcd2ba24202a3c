package microgpt.web.chart;

import java.util.Arrays;

/** Positions of events, at most {@link #CAPACITY}: when there are more, every second one goes. */
public final class Thinned {
    public static final int CAPACITY = 512;

    private final long[] positions = new long[CAPACITY];
    private int size;
    private int keepEvery = 1;
    private int untilNext;

    public void clear() {
        size = 0;
        keepEvery = 1;
        untilNext = 0;
    }

    public void add(long position) {
        if (untilNext > 0) {
            untilNext--;
            return;
        }
        if (size == CAPACITY) {
            for (int i = 0; i < CAPACITY / 2; i++) {
                positions[i] = positions[2 * i];
            }
            size = CAPACITY / 2;
            keepEvery *= 2;
        }
        positions[size++] = position;
        untilNext = keepEvery - 1;
    }

    public long[] toArray() {
        return Arrays.copyOf(positions, size);
    }
}
