package microgpt.predict;

import microgpt.compute.Backend;
import microgpt.compute.Memory;
import microgpt.compute.Tensor;

/**
 * The latest hidden states of a stream, in a ring of rows that a back end can multiply at once. The state of position t
 * lies in row t mod {@link #rows()}. Shapes: N rows of the ring, Q queries at once, C channels.
 */
final class StateRing {
    /** Rows of scores that are computed together; it bounds the memory for them, and changes no score. */
    private static final int QUERIES = 32;

    /** A back end may add up the product of a single row in another order than that of several. */
    private static final int LEAST_QUERIES = 2;

    private final Backend on;
    private final int channels;
    private final int most;
    private final Tensor keys; //        (N,C)
    private final Tensor[] queries; //   (q,C), by q - 2, from 2 to Q
    private final Tensor[] scores; //    (q,N), likewise
    private final float[] handed;
    private int handedRows;
    private int scoredFrom;
    private int scoredRows;

    /** Room for {@code window} states and for {@code most} handed over at once. */
    StateRing(Backend on, int channels, int window, int most) {
        this.on = on;
        this.channels = channels;
        this.most = most;
        int rows = window + most;
        int together = together(most);
        Memory memory = allocate(on, floatsFor(channels, window, most));
        keys = new Tensor(memory, 0, rows, channels);
        Tensor allQueries = new Tensor(memory, keys.size(), together, channels);
        Tensor allScores = new Tensor(memory, keys.size() + allQueries.size(), together, rows);
        queries = new Tensor[together - LEAST_QUERIES + 1];
        scores = new Tensor[queries.length];
        for (int i = 0; i < queries.length; i++) {
            queries[i] = allQueries.firstRows(LEAST_QUERIES + i);
            scores[i] = allScores.firstRows(LEAST_QUERIES + i);
        }
        handed = new float[most * channels];
    }

    private static int together(int most) {
        return Math.max(LEAST_QUERIES, Math.min(QUERIES, most));
    }

    /** Floats of the back end's memory. */
    static long floatsFor(int channels, int window, int most) {
        long rows = (long) window + most;
        return rows * channels + together(most) * (channels + rows);
    }

    /** Bytes of all memory, the back end's included. */
    static long memoryBytes(int channels, int window, int most) {
        return Float.BYTES * (floatsFor(channels, window, most) + (long) most * channels);
    }

    private static Memory allocate(Backend on, long floats) {
        if (floats > Integer.MAX_VALUE) {
            throw new OutOfMemoryError("no memory for " + floats / 250_000 + " MB at once");
        }
        return on.allocate((int) floats);
    }

    /** How many states the ring holds. */
    int rows() {
        return keys.rows();
    }

    int channels() {
        return channels;
    }

    /** The row of the state of {@code position}. */
    int rowOf(long position) {
        return (int) (position % keys.rows());
    }

    /** Takes the states of {@code count} positions from {@code position} on: rows of {@code states} from {@code first} on. */
    void put(long position, Tensor states, int first, int count) {
        if (states.cols() != channels) {
            throw new IllegalArgumentException("states must have " + channels + " channels, found " + states.cols());
        }
        if (count < 0 || count > most || first < 0 || first + count > states.rows()) {
            throw new IllegalArgumentException("rows " + first + " to " + (first + count) + " must be at most " + most
                    + " rows of a tensor that has " + states.rows());
        }
        states.memory().read(states.offset() + first * channels, handed, 0, count * channels);
        handedRows = count;
        scoredRows = 0;
        write(position, handed, 0, count);
    }

    /** Writes {@code count} of {@code states}, from the {@code first} on, to the rows of the positions from {@code position} on. */
    void write(long position, float[] states, int first, int count) {
        for (int i = 0; i < count; ) {
            int row = rowOf(position + i);
            int run = Math.min(count - i, keys.rows() - row);
            keys.memory().write(keys.offset() + row * channels, states, (first + i) * channels, run * channels);
            i += run;
        }
    }

    /** The states of {@code count} positions from {@code position} on, row after row. */
    float[] read(long position, int count) {
        float[] states = new float[count * channels];
        for (int i = 0; i < count; ) {
            int row = rowOf(position + i);
            int run = Math.min(count - i, keys.rows() - row);
            keys.memory().read(keys.offset() + row * channels, states, i * channels, run * channels);
            i += run;
        }
        return states;
    }

    /**
     * The dot products of row {@code row} of the states handed over last with every row of the ring, those of later
     * positions included. To the bit the same, however many states were handed over.
     */
    void scores(int row, float[] into) {
        if (row < scoredFrom || row >= scoredFrom + scoredRows) {
            score(row, Math.min(handedRows - row, together(most)));
        }
        Tensor computed = scoresOf(scoredRows);
        int offset = computed.offset() + (row - scoredFrom) * computed.cols();
        computed.memory().read(offset, into, 0, computed.cols());
    }

    private void score(int row, int count) {
        Tensor asked = of(queries, count);
        asked.memory().write(asked.offset(), handed, row * channels, count * channels);
        on.linear(scoresOf(count), asked, keys, null); // (q,N) = (q,C) (N,C)^T
        scoredFrom = row;
        scoredRows = count;
    }

    private Tensor scoresOf(int count) {
        return of(scores, count);
    }

    private static Tensor of(Tensor[] byCount, int count) {
        return byCount[Math.max(count - LEAST_QUERIES, 0)];
    }
}
