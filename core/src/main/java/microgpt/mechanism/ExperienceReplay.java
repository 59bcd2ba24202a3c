package microgpt.mechanism;

import microgpt.numeric.DoubleMath;
import microgpt.numeric.Nullable;
import microgpt.numeric.Rng;
import microgpt.numeric.Snapshot;

/**
 * A sample of past windows to learn from again. The stream is still coded honestly, since a decoder knows its past as
 * well, but bytes are no longer touched only once.
 *
 * <p>Every window of full length that ends at a byte already recorded is offered to a reservoir, in which each of them is
 * equally likely to be (Algorithm R, Vitter 1985). Recall prefers windows by their recorded loss to the power {@code
 * alpha} (Schaul et al. 2015), or is uniform. A window is remembered as its place in the stream and its mean loss, and
 * where the stream will not be held for so long, {@link #keep by itself}.
 *
 * <p>Memory: at most {@link Settings#mostMemoryBytes}, however long the stream.
 */
public final class ExperienceReplay {
    /** Added to every loss, so that a window of loss 0 can still be recalled. */
    private static final double LEAST_PRIORITY = 1e-6;

    private static final double MOST_PRIORITY = 1e280;

    private static final int MOST_WINDOWS = 64;

    /**
     * What can be set, at any time.
     *
     * @param windows how many past windows join the gradient of each step
     * @param capacity how many windows the reservoir holds at most
     * @param alpha 0 recalls all windows alike, 1 in proportion to their loss
     */
    public record Settings(boolean enabled, int windows, int capacity, double alpha) {
        public Settings {
            if (windows < 0 || windows > MOST_WINDOWS) {
                throw new IllegalArgumentException("windows " + windows + " must be from 0 to " + MOST_WINDOWS);
            }
            if (capacity < 1 || capacity > 1 << 26) {
                throw new IllegalArgumentException("capacity " + capacity + " must be from 1 to " + (1 << 26));
            }
            if (!(alpha >= 0 && alpha <= 10)) {
                throw new IllegalArgumentException("alpha " + alpha + " must be from 0 to 10");
            }
        }

        /** Whether windows join the gradient at all. */
        public boolean recalls() {
            return enabled && windows > 0;
        }

        /** Bytes that the windows themselves take at most, {@code windowLength} tokens each. */
        public long mostCopiedBytes(int windowLength) {
            return (long) capacity * WindowCopies.bytesEach(windowLength) + WindowCopies.PAGE_BYTES;
        }

        /** Bytes of memory that a replay of windows of such a length holds at most, if it keeps them themselves. */
        public long mostMemoryBytes(int windowLength) {
            return mostCopiedBytes(windowLength) + (long) capacity * (Reservoir.BYTES_EACH + SumTree.MOST_BYTES_EACH);
        }
    }

    private final Rng rng;
    private final RunningMean lastWindow;
    private final int windowLength;
    private Settings settings;
    private Reservoir reservoir;
    private SumTree priorities = new SumTree();
    private long replayed;

    /** An empty reservoir for windows of {@code windowLength} bytes. */
    public ExperienceReplay(Settings settings, int windowLength, Rng rng) {
        this.settings = settings;
        this.windowLength = windowLength;
        this.rng = rng;
        this.lastWindow = new RunningMean(windowLength);
        this.reservoir = new Reservoir(settings.capacity(), rng);
    }

    /** Puts new settings in force. A smaller reservoir forgets at random; a larger one fills with newer windows first. */
    public void tune(Settings changed) {
        Settings before = settings;
        settings = changed;
        if (changed.capacity() != before.capacity()) {
            reservoir.resize(changed.capacity());
        }
        if (changed.capacity() != before.capacity() || changed.alpha() != before.alpha()) {
            weighAll();
        }
    }

    /**
     * Takes note that the byte before {@code end} cost {@code loss} nats, and offers the window that ends with it. To be
     * called for each byte in turn, after it was recorded, also while switched off.
     *
     * @return the slot that the window was put in; -1 if it was not taken
     */
    public int observe(long end, float loss) {
        lastWindow.add(loss);
        if (!lastWindow.isFull()) {
            return -1;
        }
        int slot = reservoir.offer(end - windowLength, (float) lastWindow.mean());
        if (slot >= 0 && settings.alpha() > 0) {
            priorities.set(slot, priority(reservoir.loss(slot)));
        }
        return slot;
    }

    /**
     * From now on windows are held themselves, in {@code copies}, which has those of all slots: whoever calls {@link
     * #observe} puts each window there that is taken.
     */
    public void keep(WindowCopies copies) {
        reservoir.keep(copies);
    }

    /** The windows themselves, by slot; null as long as the stream is relied upon. */
    public @Nullable WindowCopies copies() {
        return reservoir.copies();
    }

    /** Bytes of memory that it holds. */
    public long memoryBytes() {
        return reservoir.memoryBytes() + priorities.memoryBytes();
    }

    /** How many windows to recall in this step: none while switched off, or before the stream is two windows long. */
    public int windowsNow() {
        return settings.enabled() && reservoir.offered() > windowLength ? settings.windows() : 0;
    }

    /** Draws a window to learn from again; {@link #start} says where it is. */
    public int recall() {
        replayed++;
        if (settings.alpha() > 0 && priorities.total() > 0) {
            return priorities.find(rng.nextDouble());
        }
        return rng.nextInt(reservoir.size());
    }

    /** Where in the stream the window in {@code slot} starts. */
    public long start(int slot) {
        return reservoir.start(slot);
    }

    /** The mean loss, in nats, that the window in {@code slot} had when last seen. */
    public float loss(int slot) {
        return reservoir.loss(slot);
    }

    /** Notes the mean loss that the window in {@code slot} has by now. */
    public void refresh(int slot, float loss) {
        reservoir.refresh(slot, loss);
        if (settings.alpha() > 0) {
            priorities.set(slot, priority(loss));
        }
    }

    /** How many windows are held. */
    public int size() {
        return reservoir.size();
    }

    /** How many windows were recalled, in all. */
    public long replayed() {
        return replayed;
    }

    /** Bounded, so that the sum of all is a number, however large a loss is. */
    private double priority(float loss) {
        return Math.min(DoubleMath.pow(Math.max(0, loss + LEAST_PRIORITY), settings.alpha()), MOST_PRIORITY);
    }

    private void weighAll() {
        priorities = new SumTree();
        if (settings.alpha() > 0) {
            for (int slot = 0; slot < reservoir.size(); slot++) {
                priorities.set(slot, priority(reservoir.loss(slot)));
            }
        }
    }

    /** Puts in the windows held, and where the random numbers are. */
    public void save(Snapshot into) {
        into.put("random", rng.state());
        into.put("replayed", replayed);
        lastWindow.save(into.part("last_window"));
        reservoir.save(into.part("reservoir"));
    }

    /**
     * Goes on from what another one saved that had the same settings.
     *
     * @param position how many bytes were recorded
     * @param steps in how many steps
     */
    public void restore(Snapshot from, long position, long steps) {
        from.restore("random", rng);
        from.longs("replayed", 1);
        replayed = from.whole("replayed", 0, 0, steps * MOST_WINDOWS);
        lastWindow.restore(from.part("last_window"));
        reservoir.restore(from.part("reservoir"), position, windowLength);
        weighAll();
    }
}
