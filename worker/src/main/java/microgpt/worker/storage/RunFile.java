package microgpt.worker.storage;

import microgpt.numeric.Nullable;

/** The file of a run, as its name says it: {@code run.number.kind}. */
record RunFile(String run, long number, Kind kind) {
    /** What it holds. */
    enum Kind {
        STATE("state"),
        BEST("best"),
        RECORD("record");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }
    }

    /** Of a record there are two copies, 0 and 1, written in turn. */
    static final int COPIES = 2;
    /** The numbers above are not exact in the JSON of a record. */
    static final long MOST = (1L << 53) - 1;

    static RunFile state(String run, long number) {
        return new RunFile(run, number, Kind.STATE);
    }

    static RunFile best(String run, long number) {
        return new RunFile(run, number, Kind.BEST);
    }

    /** The copy for the record with that number. */
    static RunFile record(String run, long sequence) {
        return new RunFile(run, sequence % COPIES, Kind.RECORD);
    }

    String name() {
        return run + "." + number + "." + kind.ending;
    }

    /** Null if it is not the name of a run's file, letter by letter: what somebody else put here is left alone. */
    static @Nullable RunFile parse(String name) {
        int second = name.lastIndexOf('.');
        int first = second < 0 ? -1 : name.lastIndexOf('.', second - 1);
        if (first < 1) {
            return null;
        }
        for (Kind kind : Kind.values()) {
            if (name.endsWith("." + kind.ending)) {
                RunFile file = new RunFile(name.substring(0, first), number(name.substring(first + 1, second)), kind);
                return file.isInRange() && file.name().equals(name) ? file : null;
            }
        }
        return null;
    }

    private static long number(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private boolean isInRange() {
        return kind == Kind.RECORD ? number >= 0 && number < COPIES : number >= 1 && number <= MOST;
    }

    boolean isUselessTo(RunRecord record) {
        return switch (kind) {
            case STATE -> number != record.newest() && number != record.previous();
            case BEST -> number != record.best();
            case RECORD -> false;
        };
    }
}
