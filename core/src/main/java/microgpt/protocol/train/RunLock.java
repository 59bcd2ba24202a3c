package microgpt.protocol.train;

/** The browser's lock on a run, which the tab holds that has the run open: its worker takes it, and pages wait for it. */
public final class RunLock {
    private RunLock() {}

    /** What all tabs of the site call the lock on {@code run}. */
    public static String name(String run) {
        return "microgpt " + run;
    }
}
