package microgpt.engine;

/** The newest acts of mechanisms, and where they happened; when full, the oldest gives way. */
public final class EventLog {
    /** What a mechanism did in a step. */
    public enum Kind {
        SKIPPED,
        REPLAYED,
        BOOSTED,
        CLIPPED
    }

    private static final int CAPACITY = 512;

    private final Kind[] kinds = new Kind[CAPACITY];
    private final long[] positions = new long[CAPACITY];
    private int first;
    private int size;

    void add(Kind kind, long position) {
        int at = (first + size) % CAPACITY;
        kinds[at] = kind;
        positions[at] = position;
        if (size < CAPACITY) {
            size++;
        } else {
            first = (first + 1) % CAPACITY;
        }
    }

    public int size() {
        return size;
    }

    /** What happened, the oldest first. */
    public Kind kind(int index) {
        return kinds[(first + index) % CAPACITY];
    }

    /** Where the step began in which it happened. */
    public long position(int index) {
        return positions[(first + index) % CAPACITY];
    }

    /** Forgets all: they were read. */
    public void clear() {
        size = 0;
    }
}
