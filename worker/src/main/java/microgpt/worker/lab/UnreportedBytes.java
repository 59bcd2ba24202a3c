package microgpt.worker.lab;

import microgpt.protocol.Bytes;
import microgpt.protocol.Floats;
import microgpt.protocol.lab.LabReport;

/** The bytes read since the last report, the newest few if they are many, and the bits that each cost. */
final class UnreportedBytes {
    static final int MOST = 600;

    private final byte[] bytes = new byte[MOST];
    private final float[] bits = new float[MOST];
    private long position;
    private long reported;

    /** The byte at {@code at}, which follows the one before, cost {@code cost} bits. */
    void add(long at, int value, float cost) {
        bytes[(int) (at % MOST)] = (byte) value;
        bits[(int) (at % MOST)] = cost;
        position = at + 1;
    }

    boolean isEmpty() {
        return position == reported;
    }

    /** What the newest byte cost; NaN before the first. */
    float lastBits() {
        return position == 0 ? Float.NaN : bits[(int) ((position - 1) % MOST)];
    }

    /** What was added since the last time, of the run {@code run}. */
    LabReport.Read take(int run) {
        int length = (int) Math.min(position - reported, MOST);
        byte[] newBytes = new byte[length];
        float[] newBits = new float[length];
        for (int i = 0; i < length; i++) {
            int slot = (int) ((position - length + i) % MOST);
            newBytes[i] = bytes[slot];
            newBits[i] = bits[slot];
        }
        reported = position;
        return new LabReport.Read(run, position, Bytes.of(newBytes), Floats.of(newBits));
    }
}
