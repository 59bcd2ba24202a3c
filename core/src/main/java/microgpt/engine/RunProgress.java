package microgpt.engine;

import microgpt.corpus.BosPlacement;
import microgpt.corpus.ByteStream;
import microgpt.corpus.Window;
import microgpt.numeric.Snapshot;
import microgpt.optim.Learner;

/** How far an online run has come, and how often what happened to it. */
final class RunProgress {
    /** Bytes that were predicted and recorded: where the next step begins. */
    long position;
    /** Skipped ones included. */
    long steps;

    private boolean contextRetrained;
    /** Whether the recipe was changed after the first step, or may have been: files of earlier versions do not say. */
    private boolean tuned;

    private final EventLog events = new EventLog();
    private long boosted;
    private long clipped;

    /** The bytes of a step were recorded. */
    void read(StepResult result, int count) {
        result.position = position;
        result.count = count;
        position += count;
        steps++;
    }

    void skipped(StepResult result) {
        events.add(EventLog.Kind.SKIPPED, result.position);
    }

    void learned(StepResult result, Learner learner) {
        if (result.replayed > 0) {
            events.add(EventLog.Kind.REPLAYED, result.position);
        }
        if (result.rateFactor > 1) {
            boosted++;
            events.add(EventLog.Kind.BOOSTED, result.position);
        }
        if (learner.clipped()) {
            clipped++;
            events.add(EventLog.Kind.CLIPPED, result.position);
        }
    }

    /** What of {@code changed} comes into force. */
    OnlineConfig tune(OnlineConfig config, OnlineConfig changed) {
        OnlineConfig result = config.tunedTo(changed);
        tuned |= steps > 0 && !result.equals(config);
        return result;
    }

    /** From which row of {@code window} on its losses make up the gradient. */
    int firstTrainedOn(OnlineConfig config, Window window) {
        int first = config.retrainsContext() ? 0 : window.contextLength();
        contextRetrained |= first < window.contextLength();
        return first;
    }

    EventLog events() {
        return events;
    }

    Counters counters(long skipped, long replayed) {
        return new Counters(skipped, replayed, boosted, clipped);
    }

    /** As {@link PrequentialEngine#prequential} says. */
    boolean prequential(OnlineConfig config, ByteStream stream, StepResult latest) {
        boolean documentsWereTold = config.beginning() == BosPlacement.EVERY_DOCUMENT
                && position > 0
                && stream.documentAt(position - 1) > 0;
        boolean stepsWereCut = steps > 0 && position - latest.count != (steps - 1) * config.stride();
        return !tuned && !documentsWereTold && !stepsWereCut;
    }

    /** As {@link PrequentialEngine#singleTouch} says, after {@code replayed} windows. */
    boolean singleTouch(OnlineConfig config, long replayed) {
        boolean replays = config.experienceReplay().recalls() || replayed > 0;
        return !replays && !config.retrainsContext() && !contextRetrained;
    }

    void save(Snapshot into, StepResult latest) {
        into.put("tuned", tuned ? 1L : 0L);
        into.put("counts", position, steps, boosted, clipped, contextRetrained ? 1 : 0, latest.position, latest.count);
    }

    /**
     * Goes on from what another one saved.
     *
     * @param available the length of the stream, which must hold all that was read
     * @param stride the most bytes that a step reads
     */
    void restore(Snapshot from, StepResult latest, long available, int stride) {
        long[] counts = from.longs("counts", 7);
        if (counts[0] > available) {
            throw new IllegalArgumentException(
                    "the stream must hold the " + counts[0] + " bytes that were read, it has " + available);
        }
        position = from.whole("counts", 0, 0, available);
        steps = from.whole("counts", 1, position / stride + (position % stride == 0 ? 0 : 1), position);
        boosted = from.whole("counts", 2, 0, steps);
        clipped = from.whole("counts", 3, 0, steps);
        contextRetrained = from.whole("counts", 4, 0, 1) == 1;
        tuned = !from.has("tuned") || from.whole("tuned", 0, 0, 1) == 1;
        latest.count = (int) from.whole("counts", 6, Math.min(1, position), Math.min(stride, position));
        latest.position = from.whole("counts", 5, position - latest.count, position - latest.count);
    }
}
