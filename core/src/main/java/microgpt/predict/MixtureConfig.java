package microgpt.predict;

import java.util.List;

/**
 * What a mixture is made of.
 *
 * @param contexts what is counted; none leaves the counts out
 * @param evidence the inputs that every context makes
 * @param sets the sets of weights over the inputs; those that need another expert are left out where there is none
 * @param secondSets the sets of weights over what those say
 * @param matches how many matches, 0 to 2: the first of at least 6 bytes, the second of 4
 * @param megabytes room for the counts, a power of two from 1 to 1024; all else takes some tens of megabytes
 */
public record MixtureConfig(
        List<Context> contexts,
        List<Evidence> evidence,
        List<WeightSet> sets,
        List<WeightSet> secondSets,
        List<Stage> stages,
        int matches,
        int megabytes) {
    static final int MOST_MEGABYTES = 1024;

    public MixtureConfig {
        contexts = List.copyOf(contexts);
        evidence = List.copyOf(evidence);
        sets = List.copyOf(sets);
        secondSets = List.copyOf(secondSets);
        stages = List.copyOf(stages);
        if (sets.isEmpty() || sets.stream().allMatch(WeightSet::needsAnother)) {
            throw new IllegalArgumentException("sets must have one that needs no other expert, found " + sets);
        }
        if (secondSets.isEmpty()
                || secondSets.contains(WeightSet.OWN_COUNT)
                || secondSets.stream().anyMatch(WeightSet::needsAnother)) {
            throw new IllegalArgumentException(
                    "second_sets must be chosen by the text or the matches alone, found " + secondSets);
        }
        if (evidence.isEmpty() && !contexts.isEmpty()) {
            throw new IllegalArgumentException("evidence must not be empty where there are contexts");
        }
        if (matches < 0 || matches > 2) {
            throw new IllegalArgumentException("matches must be 0, 1 or 2, found " + matches);
        }
        checkMegabytes(megabytes);
    }

    /** Bytes of memory that a mixture takes at most, with the score of its counts: the counts, the text, and all maps. */
    long memoryBytes() {
        long finalMaps =
                (stages.contains(Stage.FINAL_MAPS) ? 64L << 20 : 0) + (stages.contains(Stage.LINE_MAP) ? 16L << 20 : 0);
        long inByte = evidence.contains(Evidence.HISTORY_IN_BYTE) ? (long) contexts.size() << 19 : 0;
        return ((long) megabytes << 20) + ((long) megabytes << 18) + finalMaps + inByte + (48L << 20);
    }

    static void checkMegabytes(int megabytes) {
        if (megabytes < 1 || megabytes > MOST_MEGABYTES || Integer.bitCount(megabytes) != 1) {
            throw new IllegalArgumentException(
                    "megabytes must be a power of two from 1 to " + MOST_MEGABYTES + ", found " + megabytes);
        }
    }

    /** The same with another room for the counts. */
    public MixtureConfig megabytes(int changed) {
        return new MixtureConfig(contexts, evidence, sets, secondSets, stages, matches, changed);
    }
}
