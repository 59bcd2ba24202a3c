package microgpt.predict;

import java.util.List;
import microgpt.numeric.Snapshot;

/** What followed each context, counted bit by bit, and the inputs of a mixer that this makes. */
final class Counts {
    private static final int LIMIT = 250;
    private static final int HISTORIES = 256;
    private static final int PARTIALS = 256;

    private final Context[] contexts;
    private final Logistic logistic;
    private final Nodes nodes = new Nodes();
    private final Places places;
    private final AdaptiveMaps calibrated;
    private final AdaptiveMaps meanings;
    /** The same after the bits of this byte that are known; of no size if that is left out. */
    private final AdaptiveMaps inByte;

    private final Runs runs;
    /** For each context, what this bit's prediction looked at. */
    private final int[] cells;

    private final int[] calibratedCells;
    private final int[] historiesSeen;
    private final int[] inByteSeen;
    /** For each context, how often this bit's node was seen, and its calibrated opinion: 0 if never. */
    final int[] seen;

    final float[] opinions;
    /** Where each kind of evidence stands among the inputs of a context; -1 if it is left out. */
    private final int directAt;

    private final int calibratedAt;
    private final int historyAt;
    private final int confidenceAt;
    private final int runAt;
    private final int inByteAt;

    private final int perContext;
    private final int order2;
    private final int order4;

    Counts(MixtureConfig config, Logistic logistic, Journal journal) {
        contexts = config.contexts().toArray(new Context[0]);
        this.logistic = logistic;
        int n = contexts.length;
        places = new Places(n, config.megabytes(), nodes, journal);
        calibrated = new AdaptiveMaps(n * Nodes.CLASSES * Bins.COUNT, LIMIT);
        meanings = new AdaptiveMaps(n * HISTORIES, Nodes.MOST);
        runs = new Runs(n, logistic);
        cells = new int[n];
        calibratedCells = new int[n];
        historiesSeen = new int[n];
        inByteSeen = new int[n];
        seen = new int[n];
        opinions = new float[n];
        List<Evidence> evidence = config.evidence();
        perContext = evidence.size();
        directAt = evidence.indexOf(Evidence.DIRECT);
        calibratedAt = evidence.indexOf(Evidence.CALIBRATED);
        historyAt = evidence.indexOf(Evidence.HISTORY);
        confidenceAt = evidence.indexOf(Evidence.CONFIDENCE);
        runAt = evidence.indexOf(Evidence.RUN);
        inByteAt = evidence.indexOf(Evidence.HISTORY_IN_BYTE);
        inByte = new AdaptiveMaps(inByteAt < 0 ? 0 : n * PARTIALS * HISTORIES, Nodes.MOST);
        order2 = config.contexts().indexOf(Context.ORDER_2);
        order4 = config.contexts().indexOf(Context.ORDER_4);
        for (int k = 0; k < n; k++) {
            prepare(k);
        }
        if (inByteAt >= 0) {
            prepare(inByte, 0);
            inByte.repeat(HISTORIES);
        }
    }

    /** The maps of a context begin with what one would guess. */
    private void prepare(int k) {
        for (int cell = 0; cell < Nodes.CLASSES * Bins.COUNT; cell++) {
            calibrated.set(k * Nodes.CLASSES * Bins.COUNT + cell, logistic.squash(Bins.logit(cell % Bins.COUNT)), 2);
        }
        prepare(meanings, k * HISTORIES);
    }

    /** So do those of histories, from a place on. */
    private void prepare(AdaptiveMaps maps, int from) {
        for (int state = 0; state < nodes.histories.count(); state++) {
            int zeros = nodes.histories.zeros(state);
            int ones = nodes.histories.ones(state);
            float prior = zeros > 0 && ones > 0 ? 0.4f : 0.25f;
            maps.set(from + state, (ones + prior) / (zeros + ones + 2 * prior), 0);
        }
    }

    /** How many inputs {@link #predict} writes. */
    int inputs() {
        return contexts.length * perContext;
    }

    /** Takes up the contexts of a new byte. */
    void beginByte(Text text, Match longMatch, Match shortMatch) {
        for (int k = 0; k < contexts.length; k++) {
            places.beginByte(k, Hash.of(contexts[k].seen(text, longMatch, shortMatch), k + 1));
        }
    }

    /** Keeps where the contexts of this byte are, for a {@link #beginByte} that is taken back. */
    void keepPlaces() {
        places.keep();
    }

    /** The half byte that is known joins the contexts. */
    void beginSecondHalf(int partial) {
        places.beginSecondHalf(partial);
    }

    /** Writes the inputs from the first on. */
    void predict(Moment moment, float[] inputs) {
        int[] table = places.cells();
        int[] bases = moment.bit < 4 ? places.firstHalf : places.secondHalf;
        int node = moment.node();
        int longest = 0;
        for (int k = 0; k < contexts.length; k++) {
            int cell = table[bases[k] + node];
            int count = cell >>> 8 & 0xff;
            cells[k] = bases[k] + node;
            seen[k] = count;
            write(k, cell, moment.partial, inputs);
            if (runAt >= 0) {
                int first = places.firstHalf[k];
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
            int row = nodes.classes[seen[k]] * width;
            for (int at = k * perContext; at < (k + 1) * perContext; at++) {
                rows[at] = row;
            }
        }
    }

    /** All inputs of a context but its run. */
    private void write(int k, int cell, int partial, float[] inputs) {
        int count = cell >>> 8 & 0xff;
        float direct = 0;
        float opinion = 0;
        float meaning = 0.5f;
        float history = 0;
        if (count > 0) {
            direct = logistic.stretch16(cell >>> 16);
            calibratedCells[k] = (k * Nodes.CLASSES + nodes.classes[count]) * Bins.COUNT + Bins.of(direct);
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
        if (inByteAt >= 0) {
            inByteSeen[k] = (k * PARTIALS + partial) * HISTORIES + (cell & 0xff);
            put(inputs, at, inByteAt, count > 0 ? logistic.stretch(inByte.p(inByteSeen[k])) : 0);
        }
    }

    private static void put(float[] inputs, int at, int place, float value) {
        if (place >= 0) {
            inputs[at + place] = value;
        }
    }

    private void describe(Moment moment, int[] table) {
        moment.order2Seen = order2 < 0 ? 0 : nodes.classes[seen[order2]];
        moment.order4Seen = order4 < 0 ? 0 : nodes.classes[seen[order4]];
        int head = order4 < 0 ? 0 : table[places.firstHalf[order4]];
        moment.order4Byte = head >>> 8 & 0xff;
        moment.order4Run = head & 0xff;
    }

    void learn(int bit) {
        int[] table = places.cells();
        for (int k = 0; k < contexts.length; k++) {
            if (seen[k] > 0) {
                calibrated.learn(calibratedCells[k], bit);
                meanings.learn(historiesSeen[k], bit);
                if (inByteAt >= 0) {
                    inByte.learn(inByteSeen[k], bit);
                }
            }
            runs.learn(k, bit);
            table[cells[k]] = nodes.after(table[cells[k]], bit);
        }
    }

    /** Keeps all that {@link #learn} would change. */
    void keep(Journal journal) {
        for (int k = 0; k < contexts.length; k++) {
            if (seen[k] > 0) {
                calibrated.keep(calibratedCells[k], journal);
                meanings.keep(historiesSeen[k], journal);
                if (inByteAt >= 0) {
                    inByte.keep(inByteSeen[k], journal);
                }
            }
            runs.keep(k, journal);
            journal.keep(places.cells(), cells[k], 1);
        }
    }

    void endByte(int next) {
        places.endByte(next);
    }

    /** Adds the parts of saving. */
    void saving(Snapshot into, List<Runnable> parts) {
        places.saving(into, parts);
        parts.add(() -> {
            calibrated.save(into, "calibrated");
            meanings.save(into, "histories");
            inByte.save(into, "histories_in_byte");
            runs.save(into);
        });
    }

    /** Adds the parts of restoring. */
    void restoring(Snapshot from, List<Runnable> parts) {
        places.restoring(from, parts);
        parts.add(() -> {
            calibrated.restore(from, "calibrated");
            meanings.restore(from, "histories");
            inByte.restore(from, "histories_in_byte");
            runs.restore(from);
        });
    }
}
