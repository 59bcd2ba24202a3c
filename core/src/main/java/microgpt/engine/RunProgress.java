package microgpt.engine;

import microgpt.numeric.Snapshot;
import microgpt.optim.Learner;

/** How far an online run has come, and how often what happened to it. */
final class RunProgress {
    /** Bytes that were predicted and recorded: where the next step begins. */
    long position;
    /** Skipped ones included. */
    long steps;

    boolean contextRetrained;
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

    EventLog events() {
        return events;
    }

    Counters counters(long skipped, long replayed) {
        return new Counters(skipped, replayed, boosted, clipped);
    }

    void save(Snapshot into, StepResult latest) {
        into.put("counts", position, steps, boosted, clipped, contextRetrained ? 1 : 0, latest.position, latest.count);
    }

    /** {@code available} is the length of the stream, which must hold all that was read. */
    void restore(Snapshot from, StepResult latest, long available) {
        long[] counts = from.longs("counts", 7);
        if (counts[0] > available) {
            throw new IllegalArgumentException(
                    "the stream must hold the " + counts[0] + " bytes that were read, it has " + available);
        }
        position = counts[0];
        steps = counts[1];
        boosted = counts[2];
        clipped = counts[3];
        contextRetrained = counts[4] != 0;
        latest.position = counts[5];
        latest.count = (int) counts[6];
    }
}
