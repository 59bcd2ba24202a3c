package microgpt.worker.storage;

/**
 * The source of names for new runs. No other run has such a name, saved on the disk or open in a tab, whatever the clock
 * says: it may have been set back.
 */
final class RunIds {
    /** How often a name may be found taken by another tab: each time costs seconds. */
    private static final int TRIES = 3;

    private final Disk disk;
    private final RunLocks locks;
    private long last;

    RunIds(Disk disk, RunLocks locks) {
        this.disk = disk;
        this.locks = locks;
    }

    /** The result is a name, which is held. */
    void create(double nowMillis, Callback<String> whole) {
        create(Math.max(last + 1, (long) Math.min(nowMillis, RunRecord.MOST_MILLIS)), TRIES, whole);
    }

    private void create(long first, int tries, Callback<String> whole) {
        Folder.read(disk, whole, folder -> {
            last = first;
            while (!folder.filesOf(name(last)).isEmpty() || locks.holds(name(last))) {
                last++;
            }
            hold(name(last), tries, whole);
        });
    }

    /** Another tab may have taken the name, and even saved a run and left it, since the folder was read. */
    private void hold(String run, int tries, Callback<String> whole) {
        locks.hold(
                run,
                new Continuation<>(
                        whole,
                        held -> Folder.read(disk, whole, folder -> {
                            if (folder.filesOf(run).isEmpty()) {
                                whole.done(run);
                            } else {
                                locks.letGo(run);
                                create(last + 1, tries, whole);
                            }
                        }),
                        taken -> {
                            if (tries > 1) {
                                create(last + 1, tries - 1, whole);
                            } else {
                                whole.failed(taken);
                            }
                        }));
    }

    private static String name(long number) {
        return "run-" + Long.toString(number, 36);
    }
}
