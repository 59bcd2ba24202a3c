package microgpt.predict;

import microgpt.numeric.Snapshot;

/** Looks for the place where the last bytes came before, and expects the byte that followed there. */
final class Match {
    private static final int SLOT_BITS = 20;
    private static final int LENGTHS = 30;
    private static final int MISSES = 4;
    private static final int VERIFIED = 64;
    private static final int LONGEST = 65535;
    private static final int LIMIT = 1000;
    private static final int FIELDS = 4;

    private final int least;
    private final Text text;
    private final Logistic logistic;
    private final Journal journal;
    /** The position after the last bytes, by their hash; 0 is none. */
    private final int[] places = new int[1 << SLOT_BITS];

    private final AdaptiveMaps trust = new AdaptiveMaps(LENGTHS * MISSES, LIMIT);
    private int place;
    private int length;
    private int misses;
    private int expected = -1;
    private final int[] before = new int[FIELDS];
    private int cell = -1;
    private int bit;

    /** One that speaks when at least {@code least} bytes are the same. Places go through {@code journal}. */
    Match(int least, Text text, Logistic logistic, Journal journal) {
        this.least = least;
        this.text = text;
        this.logistic = logistic;
        this.journal = journal;
        for (int i = 0; i < LENGTHS; i++) {
            for (int j = 0; j < MISSES; j++) {
                trust.set(i * MISSES + j, 1 - 0.5f / (i + 2) - 0.1f * j, 2);
            }
        }
    }

    /** Whether a place was found. */
    boolean isOn() {
        return length > 0;
    }

    int length() {
        return length;
    }

    /** The byte it expects, or -1. */
    int expected() {
        return expected;
    }

    /** Whether the byte it expects begins with the bits that are known. */
    boolean speaks() {
        return cell >= 0;
    }

    /** The bit it expects, if it speaks. */
    int bit() {
        return bit;
    }

    /** Its opinion of the next bit, as a logit and as a probability above 1/2: two inputs; 0 where it has none. */
    void predict(Moment moment, float[] inputs, int at) {
        cell = -1;
        inputs[at] = 0;
        inputs[at + 1] = 0;
        if (!moment.agrees(expected)) {
            return;
        }
        bit = (expected >> (7 - moment.bit)) & 1;
        cell = lengthClass(length) * MISSES + (misses & (MISSES - 1));
        float p = trust.p(cell);
        float sign = bit == 1 ? 1 : -1;
        inputs[at] = sign * logistic.stretch(p);
        inputs[at + 1] = sign * 2 * (p - 0.5f);
    }

    private static int lengthClass(int length) {
        if (length < 16) {
            return length;
        } else if (length < 32) {
            return 16 + (length - 16) / 2;
        } else if (length < 64) {
            return 24 + (length - 32) / 8;
        }
        return length < 400 ? 28 : 29;
    }

    void learn(int truth) {
        if (cell >= 0) {
            trust.learn(cell, truth == bit ? 1 : 0);
        }
    }

    void keep(Journal journal) {
        if (cell >= 0) {
            trust.keep(cell, journal);
        }
    }

    /** Goes on after the text took in its latest byte. */
    void advance() {
        int end = text.end();
        if (length > 0) {
            boolean hit = expected == text.last();
            misses = 2 * misses + (hit ? 0 : 1);
            length = hit ? Math.min(length + 1, LONGEST) : 0;
            place++;
        }
        if (text.length() >= least) {
            int slot = hash(end);
            if (length == 0) {
                find(places[slot], end);
            }
            journal.keep(places, slot, 1);
            places[slot] = end;
        }
        expected = length > 0 && text.keeps(place) ? text.at(place) : -1;
        if (expected < 0) {
            length = 0;
        }
    }

    private int hash(int end) {
        int hash = 0;
        for (int back = 1; back <= least; back++) {
            hash = Hash.of(hash, text.at(end - back) + 1);
        }
        return hash >>> (32 - SLOT_BITS);
    }

    private void find(int candidate, int end) {
        if (candidate == 0) {
            return;
        }
        int same = 0;
        while (same < VERIFIED
                && text.keeps(candidate - 1 - same)
                && text.at(candidate - 1 - same) == text.at(end - 1 - same)) {
            same++;
        }
        if (same >= least) {
            length = same;
            place = candidate;
        }
    }

    /** Keeps all but what the journal keeps, for {@link #back}. */
    void mark() {
        write(before);
    }

    void back() {
        read(before);
    }

    private void write(int[] state) {
        state[0] = place;
        state[1] = length;
        state[2] = misses;
        state[3] = expected;
    }

    private void read(int[] state) {
        place = state[0];
        length = state[1];
        misses = state[2];
        expected = state[3];
    }

    void save(Snapshot into) {
        int[] state = new int[FIELDS];
        write(state);
        Sparse.save(into, "places", places, 0);
        into.put("state", state);
        trust.save(into, "trust");
    }

    void restore(Snapshot from) {
        Sparse.restore(from, "places", places, 0);
        int[] state = from.ints("state", FIELDS);
        from.integer("state", 1, 0, LONGEST);
        from.integer("state", 3, -1, 255);
        read(state);
        trust.restore(from, "trust");
    }
}
