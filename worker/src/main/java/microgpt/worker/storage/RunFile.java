package microgpt.worker.storage;

import java.util.List;
import microgpt.numeric.Nullable;

/** What the name of a file says: {@code run.number.kind}. Texts are called {@code hash.text}. */
record RunFile(String run, long number, String kind) {
    private static final String STATE = "state";
    private static final String BEST = "best";
    private static final String RECORD = "record";
    private static final String TEXT = ".text";

    static String state(String run, long number) {
        return run + "." + number + "." + STATE;
    }

    static String best(String run, long number) {
        return run + "." + number + "." + BEST;
    }

    /** Two copies are written in turn. */
    static String record(String run, long sequence) {
        return run + "." + sequence % 2 + "." + RECORD;
    }

    static String text(String hash) {
        return hash + TEXT;
    }

    /** Null if it is not a file of a run. */
    static @Nullable RunFile parse(String name) {
        int second = name.lastIndexOf('.');
        int first = second < 0 ? -1 : name.lastIndexOf('.', second - 1);
        if (first < 1) {
            return null;
        }
        try {
            return new RunFile(
                    name.substring(0, first),
                    Long.parseLong(name.substring(first + 1, second)),
                    name.substring(second + 1));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    boolean isUselessTo(RunRecord record) {
        return switch (kind) {
            case STATE -> number != record.newest() && number != record.previous();
            case BEST -> number != record.best();
            default -> false;
        };
    }

    /** A makeshift record of the states there are, for want of a whole one. */
    static RunRecord foundOf(String run, List<String> names) {
        long newest = 0;
        long previous = 0;
        for (String name : names) {
            RunFile file = parse(name);
            if (file != null && file.run.equals(run) && file.kind.equals(STATE)) {
                previous = Math.max(previous, Math.min(newest, file.number));
                newest = Math.max(newest, file.number);
            }
        }
        RunRecord none = RunRecord.none(run);
        return new RunRecord(run, 0, 0, none.summary(), newest, previous, 0);
    }

    /** Whether {@code name} is that of a text, and no run but {@code run} learns from it. */
    static boolean isTextOfNoOther(String name, String run, List<RunRecord> all) {
        for (RunRecord record : all) {
            boolean makeshift = record.sequence() == 0; // which text it has is not known
            if (!record.run().equals(run)
                    && (makeshift || text(record.summary().textHash()).equals(name))) {
                return false;
            }
        }
        return name.endsWith(TEXT);
    }
}
