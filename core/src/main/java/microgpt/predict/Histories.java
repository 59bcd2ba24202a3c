package microgpt.predict;

import java.util.Arrays;

/**
 * Bit histories of one byte each: how many zeros and ones came, roughly, and which came last. What a bit pushes up, it
 * pushes the opposite down: recent bits weigh more. The rungs of a ladder stand for the counts; the rarer bit stays on the
 * lowest six, and the more often it came, the fewer are left to the other. State 0 has seen nothing.
 */
final class Histories {
    private static final int[] LADDER = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 20, 24, 32, 48};
    private static final int TOP = LADDER.length - 1;
    private static final int RARER_TOP = 5;
    /** The highest rung of the commoner bit, by the rung of the rarer. */
    private static final int[] COMMONER_TOP = {17, 15, 11, 7, 6, 5};

    private final int[] states = new int[2 * LADDER.length * LADDER.length];
    private final byte[] zeros = new byte[256];
    private final byte[] ones = new byte[256];
    private final byte[] next = new byte[512];
    private int count;

    Histories() {
        Arrays.fill(states, -1);
        for (int sum = 0; sum <= 2 * TOP; sum++) {
            for (int a = Math.max(0, sum - TOP); a <= Math.min(sum, TOP); a++) {
                name(a, sum - a);
            }
        }
        for (int state = 0; state < count; state++) {
            next[2 * state] = (byte) after(state, 0);
            next[2 * state + 1] = (byte) after(state, 1);
        }
    }

    private void name(int a, int b) {
        if (!allowed(a, b)) {
            return;
        }
        for (int last = 0; last < 2; last++) {
            boolean unseen = a + b == 0;
            boolean neverCame = (last == 0 ? a : b) == 0;
            if (unseen ? last == 0 : !neverCame) {
                zeros[count] = (byte) a;
                ones[count] = (byte) b;
                states[place(a, b, last)] = count++;
            }
        }
    }

    private static int place(int a, int b, int last) {
        return (a * LADDER.length + b) * 2 + last;
    }

    private static boolean allowed(int a, int b) {
        int rarer = Math.min(a, b);
        return rarer <= RARER_TOP && Math.max(a, b) <= COMMONER_TOP[rarer];
    }

    private int after(int state, int bit) {
        int up = Math.min(TOP, 1 + (bit == 1 ? ones : zeros)[state]);
        int down = discounted((bit == 1 ? zeros : ones)[state]);
        while (!allowed(up, down)) {
            if (up > down && up > COMMONER_TOP[Math.min(down, RARER_TOP)]) {
                up--;
            } else {
                down--;
            }
        }
        return bit == 1 ? states[place(down, up, 1)] : states[place(up, down, 0)];
    }

    /** The opposite bit's rung: 3 falls to 2, 4 and 5 to 3, 6 to 11 to 4, more to 5. */
    private static int discounted(int rung) {
        int count = LADDER[rung];
        int lower = count < 4 ? 2 : count < 6 ? 3 : count < 12 ? 4 : 5;
        return rung > 2 ? Math.min(rung, lower) : rung;
    }

    int next(int state, int bit) {
        return next[2 * state + bit] & 0xff;
    }

    int count() {
        return count;
    }

    int zeros(int state) {
        return LADDER[zeros[state]];
    }

    int ones(int state) {
        return LADDER[ones[state]];
    }
}
