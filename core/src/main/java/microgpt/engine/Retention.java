package microgpt.engine;

import microgpt.corpus.ByteStream;
import microgpt.mechanism.ExperienceReplay;

/**
 * How long a run holds on to a stream that is read once. Windows that are replayed are read from it as long as it takes less
 * memory than copies of them might; then they are copied, and of the stream only the last bytes are held.
 */
final class Retention {
    /** Whoever reads along, a compressor for example, finds at least so many bytes behind the run. */
    static final int LOOK_BACK_BYTES = 1 << 14;

    private final ByteStream stream;
    private final Replayed replayed;
    private final int windowLength;
    private boolean copies;

    /** {@code windowLength} is how far the run itself looks back from the end of its latest step, at most. */
    Retention(ByteStream stream, Replayed replayed, int windowLength) {
        this.stream = stream;
        this.replayed = replayed;
        this.windowLength = windowLength;
    }

    /** The run stands at {@code position}. */
    void passed(long position, ExperienceReplay.Settings replay) {
        if (!stream.isReadOnce()) {
            return;
        }
        copies |= position > wholeBytes(replay, windowLength);
        if (copies && replayed.copySome()) {
            stream.forgetBefore(position - lookBack(windowLength));
        }
    }

    private static long wholeBytes(ExperienceReplay.Settings replay, int windowLength) {
        return LOOK_BACK_BYTES + replay.mostCopiedBytes(windowLength);
    }

    private static long lookBack(int windowLength) {
        return LOOK_BACK_BYTES + 2L * windowLength;
    }

    /** Bytes of memory that a stream that is read once takes at most, beside those that were not read yet. */
    static long mostStreamBytes(ExperienceReplay.Settings replay, int windowLength) {
        return Math.max(wholeBytes(replay, windowLength), lookBack(windowLength)) + ByteStream.MOST_SPARE_BYTES;
    }
}
