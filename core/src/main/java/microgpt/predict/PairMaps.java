package microgpt.predict;

import java.util.ArrayList;
import java.util.List;
import microgpt.numeric.Snapshot;

/** What it meant when two contexts held a pair of opinions: a map of both logits and of how often the second was seen. */
final class PairMaps {
    private static final int OPINIONS = 17;
    private static final int MIDDLE = 8;
    private static final int COUNTS = 8;
    private static final int SIZE = COUNTS * OPINIONS * OPINIONS;
    private static final int LIMIT = 250;

    private final int[] general;
    private final int[] particular;
    private final int[] cells;
    private final AdaptiveMaps maps;
    private final Logistic logistic;

    /** Those pairs of which both contexts are there, or none. */
    PairMaps(MixtureConfig config, Logistic logistic) {
        this.logistic = logistic;
        List<Pair> pairs = new ArrayList<>();
        for (Pair pair : Pair.values()) {
            if (config.stages().contains(Stage.PAIRS)
                    && config.contexts().contains(pair.general)
                    && config.contexts().contains(pair.particular)) {
                pairs.add(pair);
            }
        }
        general = new int[pairs.size()];
        particular = new int[pairs.size()];
        cells = new int[pairs.size()];
        maps = new AdaptiveMaps(pairs.size() * SIZE, LIMIT);
        for (int i = 0; i < pairs.size(); i++) {
            general[i] = config.contexts().indexOf(pairs.get(i).general);
            particular[i] = config.contexts().indexOf(pairs.get(i).particular);
        }
        for (int cell = 0; cell < pairs.size() * SIZE; cell++) {
            int a = cell / OPINIONS % OPINIONS - MIDDLE;
            int b = cell % OPINIONS - MIDDLE;
            maps.set(cell, logistic.squash(a * 0.4f + b * 0.6f), 2);
        }
    }

    int inputs() {
        return cells.length;
    }

    void predict(Counts counts, float[] inputs, int from) {
        for (int i = 0; i < cells.length; i++) {
            int a = step(counts.opinions[general[i]]);
            int b = step(counts.opinions[particular[i]]);
            int seen = countClass(counts.seen[particular[i]]);
            cells[i] = i * SIZE + (seen * OPINIONS + a) * OPINIONS + b;
            inputs[from + i] = logistic.stretch(maps.p(cells[i]));
        }
    }

    private static int step(float logit) {
        int step = (int) (logit + MIDDLE + 0.5f);
        return step < 0 ? 0 : Math.min(step, OPINIONS - 1);
    }

    private static int countClass(int count) {
        return count < 5 ? count : count < 12 ? 5 : count < 60 ? 6 : 7;
    }

    void learn(int bit) {
        for (int cell : cells) {
            maps.learn(cell, bit);
        }
    }

    void keep(Journal journal) {
        for (int cell : cells) {
            maps.keep(cell, journal);
        }
    }

    void save(Snapshot into) {
        maps.save(into, "pairs");
    }

    void restore(Snapshot from) {
        maps.restore(from, "pairs");
    }
}
