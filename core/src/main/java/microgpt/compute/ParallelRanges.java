package microgpt.compute;

/**
 * Those who share one piece of work: on the JVM threads, in a browser one alone. What is shared out here is independent, part
 * by part, so the results do not depend on who did what.
 */
@FunctionalInterface
public interface ParallelRanges {
    /** Does everything itself. */
    ParallelRanges ALONE = (count, work) -> work.on(0, count);

    /** Has {@code work} done on ranges that together cover 0 to {@code count - 1}, and returns when all of it is done. */
    void share(int count, Work work);

    /** What to do with one range. */
    @FunctionalInterface
    interface Work {
        void on(int from, int to);
    }
}
