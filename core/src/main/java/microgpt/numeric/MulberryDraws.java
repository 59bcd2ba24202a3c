package microgpt.numeric;

import java.util.List;

/**
 * Draws as the library microgptjs makes them: Mulberry32 (Ettinger 2017), one word of state; normal values by the cosine
 * of Box and Muller (1958), two uniform ones each, none kept back.
 */
public final class MulberryDraws implements Draws {
    private static final double SMALLEST = 0x1p-32;

    private int state;

    public MulberryDraws(int seed) {
        state = seed;
    }

    @Override
    public double uniform() {
        state += 0x6D2B79F5;
        int s = state;
        int t = (s ^ (s >>> 15)) * (s | 1);
        t ^= t + (t ^ (t >>> 7)) * (t | 61);
        return ((t ^ (t >>> 14)) & 0xFFFFFFFFL) * SMALLEST;
    }

    @Override
    public double gaussian() {
        double first = uniform();
        double second = uniform();
        double radius = Math.sqrt(-2 * DoubleMath.log(Math.max(first, SMALLEST)));
        return radius * DoubleMath.cos(2 * Math.PI * second);
    }

    @Override
    public void shuffle(List<String> items) {
        for (int i = items.size() - 1; i > 0; i--) {
            int j = (int) (uniform() * (i + 1));
            items.set(i, items.set(j, items.get(i)));
        }
    }

    @Override
    public int choose(double[] weights) {
        double left = 0;
        for (double weight : weights) {
            left += weight;
        }
        left *= uniform();
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                left -= weights[i];
                if (left <= 0) {
                    break;
                }
            }
        }
        return last;
    }

    @Override
    public long[] state() {
        return new long[] {state};
    }

    @Override
    public void restore(long[] saved) {
        if (saved.length != 1) {
            throw new IllegalArgumentException("a state of " + saved.length + " longs, expected 1");
        }
        if (saved[0] != (int) saved[0]) {
            throw new IllegalArgumentException("a state of " + saved[0] + ", expected one of 32 bits");
        }
        state = (int) saved[0];
    }
}
