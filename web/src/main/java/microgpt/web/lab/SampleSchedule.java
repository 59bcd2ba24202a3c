package microgpt.web.lab;

/** When samples of fixed prompts are due: once certain shares of the stream have been read, and at its end. */
final class SampleSchedule {
    private static final double[] SHARES = {0.1, 0.3};

    /** Nothing is due. */
    static final int NOTHING = -1;

    private int next;

    /** Another run begins. */
    void begin() {
        next = 0;
    }

    /** How many times there are. */
    static int times() {
        return SHARES.length + 1;
    }

    /** What share of the stream has been read at a time. */
    static double share(int time) {
        return time < SHARES.length ? SHARES[time] : 1;
    }

    /**
     * Which time it is now, told once; what was missed is left out. While the length of the stream is not known ({@code
     * streamBytes} -1), only the end can come.
     */
    int due(long position, long streamBytes, boolean atEnd) {
        int time = NOTHING;
        if (atEnd && position > 0) {
            time = SHARES.length;
        } else if (streamBytes > 0) {
            for (int i = 0; i < SHARES.length && position >= SHARES[i] * streamBytes; i++) {
                time = i;
            }
        }
        if (time < next) {
            return NOTHING;
        }
        next = time + 1;
        return time;
    }
}
