package microgpt.predict;

import microgpt.numeric.Snapshot;

/**
 * Long arrays as they are saved: only the numbers that changed since the start. After the length come, in turn, how many
 * numbers are as they were and how many are not, and those.
 */
final class Sparse {
    private Sparse() {}

    /** Saves {@code cells}, which began as repetitions of {@code start}. */
    static void save(Snapshot into, String name, int[] cells, int... start) {
        Packing out = new Packing();
        out.putCount(cells.length);
        int at = 0;
        while (at < cells.length) {
            int changed = at;
            while (changed < cells.length && cells[changed] == start[changed % start.length]) {
                changed++;
            }
            int end = changed;
            while (end < cells.length && cells[end] != start[end % start.length]) {
                end++;
            }
            out.putCount(changed - at);
            out.putCount(end - changed);
            for (at = changed; at < end; at++) {
                out.putInt(cells[at]);
            }
        }
        into.put(name, out.toBytes());
    }

    /** The same of floats, which differ if their bits do. */
    static void save(Snapshot into, String name, float[] values, float... start) {
        save(into, name, bits(values), bits(start));
    }

    private static int[] bits(float... values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToIntBits(values[i]);
        }
        return bits;
    }

    /** Sets {@code cells} to what was saved. */
    static void restore(Snapshot from, String name, int[] cells, int... start) {
        Unpacking in = new Unpacking(from, name);
        int length = in.nextCount(Integer.MAX_VALUE);
        if (length != cells.length) {
            throw new IllegalArgumentException(name + " holds " + length + " values, expected " + cells.length);
        }
        int at = 0;
        while (at < length) {
            int changed = at + in.nextCount(length - at);
            int end = changed + in.nextCount(length - changed);
            if (end == at) {
                throw in.bad(0, "a step");
            }
            for (; at < changed; at++) {
                cells[at] = start[at % start.length];
            }
            for (; at < end; at++) {
                cells[at] = in.nextInt();
            }
        }
        in.end();
    }

    /** The same of floats, all of them finite. */
    static void restore(Snapshot from, String name, float[] values, float... start) {
        int[] bits = new int[values.length];
        restore(from, name, bits, bits(start));
        for (int i = 0; i < bits.length; i++) {
            float value = Float.intBitsToFloat(bits[i]);
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException(
                        name + " holds " + value + " at " + i + ", expected a finite number");
            }
            values[i] = value;
        }
    }
}
