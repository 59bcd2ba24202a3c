package microgpt.predict;

import java.util.List;
import microgpt.numeric.Snapshot;

/** What followed each context, counted bit by bit, and the inputs of a mixer that this makes. */
final class Counts {
    /** How often something was seen: 0 to 7 exactly, then in ranges up to the limit of a cell. */
    static final int CLASSES = 15;

    private static final int MOST = 255;
    private static final int LIMIT = 250;
    /** Three quarters of the room are for buckets, one for first visits. */
    private static final int BUCKETS_PER_MEGABYTE = 3 << 12;

    private static final int VISIT_BITS = 16;
    private static final int HISTORIES = 256;
    private static final float LOWEST = 16;
    private static final float HIGHEST = 65519;

    private final Context[] contexts;
    private final Logistic logistic;
    private final Histories histories = new Histories();
    private final Buckets buckets;
    private final FirstVisits firstVisits;
    private final float[] rates = new float[MOST + 1];
    private final byte[] classes = new byte[MOST + 1];
    private final AdaptiveMaps calibrated;
    private final AdaptiveMaps meanings;
    private final Runs runs;
    private final int[] hashes;
    private final int[] firstHalf;
    private final int[] secondHalf;
    private final int[] secondHashes;
    /** The byte that came at the only visit before this one, to a context that this byte visits; else -1. */
    private final int[] once;
    /** For each context, what this bit's prediction looked at. */
    private final int[] cells;

    private final int[] calibratedCells;
    private final int[] historiesSeen;
    /** For each context, how often this bit's node was seen, and its calibrated opinion: 0 if never. */
    final int[] seen;

    final float[] opinions;
    /** Where each kind of evidence stands among the inputs of a context; -1 if it is left out. */
    private final int directAt;

    private final int calibratedAt;
    private final int historyAt;
    private final int confidenceAt;
    private final int runAt;

    private final int perContext;
    private final int order2;
    private final int order4;

    Counts(MixtureConfig config, Logistic logistic, Journal journal) {
        contexts = config.contexts().toArray(new Context[0]);
        this.logistic = logistic;
        int n = contexts.length;
        buckets = new Buckets(config.megabytes() * BUCKETS_PER_MEGABYTE, 2 * n, journal);
        firstVisits = new FirstVisits(VISIT_BITS + Integer.numberOfTrailingZeros(config.megabytes()), journal);
        calibrated = new AdaptiveMaps(n * CLASSES * Bins.COUNT, LIMIT);
        meanings = new AdaptiveMaps(n * HISTORIES, MOST);
        runs = new Runs(n, logistic);
        hashes = new int[n];
        firstHalf = new int[n];
        secondHalf = new int[n];
        secondHashes = new int[n];
        once = new int[n];
        cells = new int[n];
        calibratedCells = new int[n];
        historiesSeen = new int[n];
        seen = new int[n];
        opinions = new float[n];
        List<Evidence> evidence = config.evidence();
        perContext = evidence.size();
        directAt = evidence.indexOf(Evidence.DIRECT);
        calibratedAt = evidence.indexOf(Evidence.CALIBRATED);
        historyAt = evidence.indexOf(Evidence.HISTORY);
        confidenceAt = evidence.indexOf(Evidence.CONFIDENCE);
        runAt = evidence.indexOf(Evidence.RUN);
        order2 = config.contexts().indexOf(Context.ORDER_2);
        order4 = config.contexts().indexOf(Context.ORDER_4);
        for (int i = 0; i <= MOST; i++) {
            rates[i] = 1 / (i + 1.5f);
            classes[i] = (byte) classOf(i);
        }
        for (int k = 0; k < n; k++) {
            prepare(k);
        }
    }

    private static int classOf(int count) {
        if (count < 8) {
            return count;
        } else if (count < 16) {
            return 8 + (count - 8) / 4;
        } else if (count < 64) {
            return 10 + (count - 16) / 16;
        }
        return count < MOST ? 13 : 14;
    }

    /** The maps of a context begin with what one would guess. */
    private void prepare(int k) {
        for (int cell = 0; cell < CLASSES * Bins.COUNT; cell++) {
            calibrated.set(k * CLASSES * Bins.COUNT + cell, logistic.squash(Bins.logit(cell % Bins.COUNT)), 2);
        }
        for (int state = 0; state < histories.count(); state++) {
            int zeros = histories.zeros(state);
            int ones = histories.ones(state);
            float prior = zeros > 0 && ones > 0 ? 0.4f : 0.25f;
            meanings.set(k * HISTORIES + state, (ones + prior) / (zeros + ones + 2 * prior), 0);
        }
    }

    /** How many inputs {@link #predict} writes. */
    int inputs() {
        return contexts.length * perContext;
    }

    /** Takes up the contexts of a new byte. */
    void beginByte(Text text, Match longMatch, Match shortMatch) {
        for (int k = 0; k < contexts.length; k++) {
            hashes[k] = Hash.of(contexts[k].seen(text, longMatch, shortMatch), k + 1);
            once[k] = -1;
            int at = buckets.find(hashes[k]);
            if (at < 0) {
                int next = firstVisits.take(hashes[k]);
                once[k] = next;
                at = next < 0 ? buckets.blank(2 * k) : visited(hashes[k], next >> 4);
                if (next >= 0) {
                    buckets.cells[at] = Runs.headAfter(buckets.cells[at], next);
                }
            }
            firstHalf[k] = at;
        }
    }

    /** Makes a bucket for a context that was met once, when that half byte came. */
    private int visited(int hash, int half) {
        int at = buckets.make(hash);
        int node = 1;
        for (int shift = 3; shift >= 0; shift--) {
            int bit = half >> shift & 1;
            buckets.cells[at + node] = after(Buckets.UNSEEN, bit);
            node = 2 * node + bit;
        }
        return at;
    }

    /** The half byte that is known joins the contexts. */
    void beginSecondHalf(int partial) {
        for (int k = 0; k < contexts.length; k++) {
            int hash = secondHash(k, partial);
            int next = once[k];
            if (next >= 0 && next >> 4 != (partial & 15)) {
                firstVisits.put(secondHash(k, 16 | next >> 4), next);
                next = -1;
            }
            int at = buckets.find(hash);
            if (at < 0) {
                next = next < 0 ? firstVisits.take(hash) : next;
                at = next < 0 ? buckets.blank(2 * k + 1) : visited(hash, next & 15);
            }
            secondHashes[k] = hash;
            secondHalf[k] = at;
        }
    }

    private int secondHash(int k, int partial) {
        return Hash.of(hashes[k], partial << 8 | k);
    }

    /** Writes the inputs from the first on. */
    void predict(Moment moment, float[] inputs) {
        int[] table = buckets.cells;
        int[] bases = moment.bit < 4 ? firstHalf : secondHalf;
        int node = moment.node();
        int longest = 0;
        for (int k = 0; k < contexts.length; k++) {
            int cell = table[bases[k] + node];
            int count = cell >>> 8 & 0xff;
            cells[k] = bases[k] + node;
            seen[k] = count;
            write(k, cell, inputs);
            if (runAt >= 0) {
                int first = firstHalf[k];
                int rootSeen = table[first + 1] >>> 8 & 0xff;
                inputs[k * perContext + runAt] = runs.predict(k, moment, table[first], rootSeen);
            }
            if (count > 0) {
                longest = Math.max(longest, contexts[k].order());
            }
        }
        moment.longestOrder = longest;
        describe(moment, table);
    }

    /** Writes where each input's row begins in a set of weights chosen by own count, of {@code width} to a row. */
    void ownRows(int[] rows, int width) {
        for (int k = 0; k < contexts.length; k++) {
            int row = classes[seen[k]] * width;
            for (int at = k * perContext; at < (k + 1) * perContext; at++) {
                rows[at] = row;
            }
        }
    }

    /** All inputs of a context but its run. */
    private void write(int k, int cell, float[] inputs) {
        int count = cell >>> 8 & 0xff;
        float direct = 0;
        float opinion = 0;
        float meaning = 0.5f;
        float history = 0;
        if (count > 0) {
            direct = logistic.stretch16(cell >>> 16);
            calibratedCells[k] = (k * CLASSES + classes[count]) * Bins.COUNT + Bins.of(direct);
            opinion = logistic.stretch(calibrated.p(calibratedCells[k]));
            meaning = meanings.p(k * HISTORIES + (cell & 0xff));
            history = logistic.stretch(meaning);
        }
        opinions[k] = opinion;
        historiesSeen[k] = k * HISTORIES + (cell & 0xff);
        int at = k * perContext;
        put(inputs, at, directAt, direct);
        put(inputs, at, calibratedAt, opinion);
        put(inputs, at, historyAt, history);
        put(inputs, at, confidenceAt, 2 * (meaning - 0.5f));
    }

    private static void put(float[] inputs, int at, int place, float value) {
        if (place >= 0) {
            inputs[at + place] = value;
        }
    }

    private void describe(Moment moment, int[] table) {
        moment.order2Seen = order2 < 0 ? 0 : classes[seen[order2]];
        moment.order4Seen = order4 < 0 ? 0 : classes[seen[order4]];
        int head = order4 < 0 ? 0 : table[firstHalf[order4]];
        moment.order4Byte = head >>> 8 & 0xff;
        moment.order4Run = head & 0xff;
    }

    void learn(int bit) {
        int[] table = buckets.cells;
        for (int k = 0; k < contexts.length; k++) {
            if (seen[k] > 0) {
                calibrated.learn(calibratedCells[k], bit);
                meanings.learn(historiesSeen[k], bit);
            }
            runs.learn(k, bit);
            table[cells[k]] = after(table[cells[k]], bit);
        }
    }

    /** What becomes of a node when that bit comes. */
    private int after(int cell, int bit) {
        int count = cell >>> 8 & 0xff;
        float p = cell >>> 16;
        p += ((bit == 1 ? 65535 : 0) - p) * rates[count];
        int probability = (int) (p < LOWEST ? LOWEST : p > HIGHEST ? HIGHEST : p);
        return probability << 16 | Math.min(count + 1, MOST) << 8 | histories.next(cell & 0xff, bit);
    }

    /** Keeps all that {@link #learn} would change. */
    void keep(Journal journal) {
        for (int k = 0; k < contexts.length; k++) {
            if (seen[k] > 0) {
                calibrated.keep(calibratedCells[k], journal);
                meanings.keep(historiesSeen[k], journal);
            }
            runs.keep(k, journal);
            journal.keep(buckets.cells, cells[k], 1);
        }
    }

    /** The byte that came joins the runs; what met it the first time is noted. */
    void endByte(int next) {
        int[] table = buckets.cells;
        for (int k = 0; k < contexts.length; k++) {
            if (buckets.isBlank(firstHalf[k])) {
                firstVisits.put(hashes[k], next);
            } else {
                table[firstHalf[k]] = Runs.headAfter(table[firstHalf[k]], next);
                if (buckets.isBlank(secondHalf[k])) {
                    firstVisits.put(secondHashes[k], next);
                }
            }
        }
    }

    void save(Snapshot into) {
        buckets.save(into);
        firstVisits.save(into);
        calibrated.save(into, "calibrated");
        meanings.save(into, "histories");
        runs.save(into);
        into.put("hashes", hashes.clone());
        into.put("places", firstHalf.clone());
        into.put("once", once.clone());
    }

    void restore(Snapshot from) {
        buckets.restore(from);
        firstVisits.restore(from);
        calibrated.restore(from, "calibrated");
        meanings.restore(from, "histories");
        runs.restore(from);
        System.arraycopy(from.ints("hashes", hashes.length), 0, hashes, 0, hashes.length);
        from.ints("places", firstHalf.length);
        from.ints("once", once.length);
        for (int k = 0; k < firstHalf.length; k++) {
            firstHalf[k] = from.integer("places", k, 0, buckets.cells.length - Buckets.CELLS) & -Buckets.CELLS;
            once[k] = from.integer("once", k, -1, 255);
            if (buckets.isBlank(firstHalf[k])) {
                firstHalf[k] = buckets.blank(2 * k);
            }
        }
    }
}
