package microgpt.predict;

import java.util.Arrays;

/**
 * What numbers were before they changed, so that a prediction can be followed down one path of bits, taken back, and
 * followed down another. It keeps only while it is open.
 */
final class Journal {
    /** What keeps its own past. */
    interface Stack {
        /** Keeps what it is now. */
        void push();

        /** Becomes what it was when it was last pushed, and forgets that. */
        void pop();
    }

    private Stack[] stacks = new Stack[64];
    private float[][] floatArrays = new float[64][];
    private int[][] intArrays = new int[64][];
    private int[] places = new int[64];
    private int[] counts = new int[64];
    private float[] floats = new float[4096];
    private int[] ints = new int[4096];
    private int entries;
    private int floatsKept;
    private int intsKept;
    private boolean open;

    void open() {
        open = true;
    }

    /** Forgets all. */
    void close() {
        open = false;
        entries = 0;
        floatsKept = 0;
        intsKept = 0;
    }

    /** Where {@link #backTo} may return to. */
    int mark() {
        return entries;
    }

    void keep(Stack stack) {
        if (!open) {
            return;
        }
        grow();
        stacks[entries] = stack;
        stack.push();
        enter(0, 0);
    }

    void keep(float[] array, int from, int count) {
        if (!open) {
            return;
        }
        grow();
        if (floatsKept + count > floats.length) {
            floats = Arrays.copyOf(floats, 2 * (floatsKept + count));
        }
        System.arraycopy(array, from, floats, floatsKept, count);
        floatsKept += count;
        floatArrays[entries] = array;
        enter(from, count);
    }

    void keep(int[] array, int from, int count) {
        if (!open) {
            return;
        }
        grow();
        if (intsKept + count > ints.length) {
            ints = Arrays.copyOf(ints, 2 * (intsKept + count));
        }
        System.arraycopy(array, from, ints, intsKept, count);
        intsKept += count;
        intArrays[entries] = array;
        enter(from, -count);
    }

    /** Makes room for an entry: first of all, so that what was kept can be given back where memory ends. */
    private void grow() {
        if (entries == places.length) {
            stacks = Arrays.copyOf(stacks, 2 * entries);
            floatArrays = Arrays.copyOf(floatArrays, 2 * entries);
            intArrays = Arrays.copyOf(intArrays, 2 * entries);
            places = Arrays.copyOf(places, 2 * entries);
            counts = Arrays.copyOf(counts, 2 * entries);
        }
    }

    /** A negative count is one of whole numbers, 0 a stack. */
    private void enter(int from, int count) {
        places[entries] = from;
        counts[entries] = count;
        entries++;
    }

    /** Gives back, the latest first, all that was kept since the mark. */
    void backTo(int mark) {
        while (entries > mark) {
            entries--;
            int count = counts[entries];
            if (count == 0) {
                stacks[entries].pop();
            } else if (count > 0) {
                floatsKept -= count;
                System.arraycopy(floats, floatsKept, floatArrays[entries], places[entries], count);
            } else {
                intsKept += count;
                System.arraycopy(ints, intsKept, intArrays[entries], places[entries], -count);
            }
        }
    }
}
