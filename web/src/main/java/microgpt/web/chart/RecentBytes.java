package microgpt.web.chart;

import microgpt.protocol.lab.LabReport;

/** The newest bytes of a stream and what each cost, in the order read; older ones fall off at the front. */
public final class RecentBytes {
    private final byte[] bytes;
    private final float[] bits;
    private int size;
    private long end;

    public RecentBytes(int capacity) {
        bytes = new byte[capacity];
        bits = new float[capacity];
    }

    public void clear() {
        size = 0;
        end = 0;
    }

    /** Appends what was read; after a gap only the new bytes are kept, so that what stands here is one stretch. */
    public void add(LabReport.Read read) {
        int count = read.bytes().size();
        long from = read.position() - count;
        if (from != end) {
            size = 0;
        }
        int skipped = Math.max(0, count - bytes.length);
        int fresh = count - skipped;
        int dropped = Math.max(0, size + fresh - bytes.length);
        System.arraycopy(bytes, dropped, bytes, 0, size - dropped);
        System.arraycopy(bits, dropped, bits, 0, size - dropped);
        size -= dropped;
        for (int i = 0; i < fresh; i++) {
            bytes[size + i] = read.bytes().at(skipped + i);
            bits[size + i] = read.bits().at(skipped + i);
        }
        size += fresh;
        end = read.position();
    }

    public int size() {
        return size;
    }

    /** The position in the stream just after the newest byte. */
    public long end() {
        return end;
    }

    public long position(int index) {
        return end - size + index;
    }

    public int value(int index) {
        return bytes[index] & 255;
    }

    public float bits(int index) {
        return bits[index];
    }
}
