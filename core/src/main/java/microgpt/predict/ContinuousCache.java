package microgpt.predict;

import java.util.List;
import microgpt.compute.Backend;
import microgpt.compute.Tensor;
import microgpt.numeric.Snapshot;

/**
 * A memory of what followed where a transformer was in a like state (Grave, Joulin and Usunier 2017, "Improving neural
 * language models with a continuous cache"). Of the latest positions i it keeps the state h that the head read and the byte
 * x that came. At a state h' the cache says
 *
 * <p>p_cache(x) = sum over i of [x_i = x] exp(theta h_i h') / sum over i of exp(theta h_i h')
 *
 * <p>and the byte is predicted by (1 - share) p + share p_cache. After a final norm all states are as long, so the dot
 * product orders them as their distance does: over a long window it is kNN (Khandelwal et al. 2020) without the k, since
 * what is far weighs next to nothing.
 *
 * <p>The share and theta are fixed, or follow the gradient of the code length, a step after each byte: the longer the
 * window, the larger a theta it needs.
 *
 * <p>States are handed over for as many predictions as there are; then {@link #mix} and {@link #observe} take turns. The
 * states before a byte are legal for it, those of the same stride too, so a decoder that hands over one state at a time
 * repeats everything to the bit.
 */
public final class ContinuousCache {
    static final int MOST_WINDOW = 1 << 16;
    static final float MOST_THETA = 100;

    private static final int BYTES = 256;

    /**
     * What can be set, at any time.
     *
     * @param window how many positions are remembered; not more than at the start
     * @param theta how much the likest count, or where that starts: 0 counts every position alike
     * @param weight the cache's share of the prediction, or where that starts
     * @param rate how fast theta and the share are learned; 0 leaves them as they are
     */
    public record Settings(boolean enabled, int window, double theta, double weight, double rate) {
        public Settings {
            if (window < 1 || window > MOST_WINDOW) {
                throw new IllegalArgumentException("window " + window + " must be from 1 to " + MOST_WINDOW);
            }
            if (!(theta >= 0 && theta <= MOST_THETA)) {
                throw new IllegalArgumentException("theta " + theta + " must be from 0 to " + (int) MOST_THETA);
            }
            if (!(weight >= 0 && weight <= 0.99)) {
                throw new IllegalArgumentException("weight " + weight + " must be from 0 to 0.99");
            }
            if (!(rate >= 0 && rate <= 10)) {
                throw new IllegalArgumentException("rate " + rate + " must be from 0 to 10");
            }
        }

        /** Whether the cache has a say. */
        public boolean mixes() {
            return enabled && weight > 0;
        }

        /** Bytes that such a cache holds of states of {@code channels}, {@code most} of them handed over at once. */
        public long memoryBytes(int channels, int most) {
            long rows = (long) window + most;
            return StateRing.memoryBytes(channels, window, most) + rows * (Float.BYTES + 1);
        }
    }

    private final StateRing states;
    private final int room;
    private final byte[] followed; // by row of the ring
    private final Recall recall;
    private final Balance balance;
    private final long memoryBytes;
    private final float[] said = new float[BYTES];
    private Settings settings;
    private long position;
    private int held;
    private long pendingFrom;
    private int pending;
    private boolean mixed;

    /** An empty cache of states of {@code channels}, of which at most {@code most} are handed over at once. */
    public ContinuousCache(Settings settings, Backend on, int channels, int most) {
        this.settings = settings;
        room = settings.window();
        states = new StateRing(on, channels, room, most);
        followed = new byte[states.rows()];
        recall = new Recall(states.rows());
        memoryBytes = settings.memoryBytes(channels, most);
        balance = new Balance(settings);
    }

    /** Puts new settings in force. Another weight or theta is where it starts to learn again. */
    public void tune(Settings changed) {
        if (changed.window() > room) {
            throw new IllegalArgumentException(
                    "window " + changed.window() + " must be at most " + room + ", as at the start");
        }
        balance.tune(changed);
        settings = changed;
    }

    /** Begins empty before the byte at {@code start}. */
    public void startAt(long start) {
        position = start;
        held = 0;
        forgetPrediction();
    }

    private void forgetPrediction() {
        pending = 0;
        mixed = false;
        recall.forget();
    }

    /**
     * Hands over the states that the next {@code count} bytes are predicted from: rows of {@code hidden} from {@code
     * firstRow} on. States handed over before and not observed are forgotten. Also to be called while switched off.
     */
    public void states(Tensor hidden, int firstRow, int count) {
        states.put(position, hidden, firstRow, count);
        pendingFrom = position;
        pending = count;
        mixed = false;
    }

    /**
     * Turns the transformer's distribution of the next byte into the one that is charged, in place. It can be asked for as
     * often as wanted. An empty cache has no say.
     */
    public void mix(float[] probs) {
        requireState();
        if (!settings.mixes() || held == 0) {
            return;
        }
        System.arraycopy(probs, 0, said, 0, BYTES);
        remember();
        float share = share();
        for (int b = 0; b < probs.length; b++) {
            probs[b] = (1 - share) * probs[b] + (b < BYTES ? share * recall.chance(b) : 0);
        }
        mixed = true;
    }

    private void remember() {
        int count = Math.min(held, settings.window());
        states.scores((int) (position - pendingFrom), recall.scores());
        recall.weigh(position, states.rowOf(position - count), count, balance.theta(), followed);
    }

    /** The cache's share of the next prediction, if it has a say. */
    public float share() {
        return balance.share();
    }

    /** How much the likest positions count in the next prediction. */
    public float theta() {
        return balance.theta();
    }

    /** The byte that came, 0 to 255: it joins the state that it was predicted from. */
    public void observe(int next) {
        requireState();
        if (mixed) {
            balance.learn(said[next], recall.chance(next), recall.slope(next));
        } else if (settings.mixes() && held > 0) {
            throw new IllegalStateException("expected the prediction of byte " + position + " to be mixed before");
        }
        followed[states.rowOf(position)] = (byte) next;
        held = Math.min(held + 1, room);
        position++;
        mixed = false;
    }

    private void requireState() {
        if (position - pendingFrom >= pending) {
            throw new IllegalStateException("expected the state that byte " + position + " is predicted from");
        }
    }

    /** What the cache alone said of byte {@code value} when it was mixed last. */
    public float recalled(int value) {
        return recall.chance(value);
    }

    /** The {@code most} places that weighed most in the latest prediction, the weightiest first; none before it. */
    public List<Neighbour> neighbours(int most) {
        return recall.neighbours(most, followed);
    }

    /** Bytes of memory held. */
    public long memoryBytes() {
        return memoryBytes;
    }

    /** Puts in what is remembered, its share and theta. States that no byte followed yet are left out. */
    public void save(Snapshot into) {
        byte[] bytes = new byte[held];
        for (int i = 0; i < held; i++) {
            bytes[i] = followed[states.rowOf(position - held + i)];
        }
        into.put("position", position);
        balance.save(into);
        into.put("followed", bytes);
        into.put("states", states.read(position - held, held));
    }

    /**
     * Goes on, before the byte at {@code next}, from what another one saved; of what it remembered, the latest that there
     * is room for.
     */
    public void restore(Snapshot from, long next) {
        from.longs("position", 1);
        from.whole("position", 0, next, next);
        byte[] bytes = from.bytes("followed");
        if (bytes.length > next) {
            throw new IllegalArgumentException(
                    "a cache of " + bytes.length + " positions, expected at most " + next + " as were read");
        }
        float[] keys = from.finiteFloats("states", bytes.length * states.channels());
        balance.restore(from);
        startAt(next);
        held = Math.min(bytes.length, room);
        int left = bytes.length - held;
        states.write(next - held, keys, left, held);
        for (int i = 0; i < held; i++) {
            followed[states.rowOf(next - held + i)] = bytes[left + i];
        }
    }
}
